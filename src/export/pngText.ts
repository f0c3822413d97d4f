/** Words in a PNG file, by the keywords of the format: `Title`, `Source`, `Creation Time`. */
export type PngWords = Readonly<Record<string, string>>;

/** Bytes before the first chunk, and of a chunk around its data: length and type before, checksum after. */
const SIGNATURE = 8;
const AROUND = 12;
const HEADER = 13;

/** The same picture with words written into it, which stay with the file where nothing is written on the picture. */
export async function withWords(png: Blob, words: PngWords): Promise<Blob> {
  // After the header, which is the first chunk.
  const at = SIGNATURE + AROUND + HEADER;
  const chunks = Object.entries(words)
    .filter(([, text]) => text !== '')
    .map(([keyword, text]) => internationalText(keyword, text));
  return new Blob([png.slice(0, at), ...chunks, png.slice(at)], { type: png.type });
}

/** An `iTXt` chunk: keyword, uncompressed, no language, UTF-8. */
function internationalText(keyword: string, text: string): Uint8Array<ArrayBuffer> {
  const data = new TextEncoder().encode(`iTXt${keyword}\0\0\0\0\0${text}`);
  const chunk = new Uint8Array(data.length + 8);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length - 4);
  chunk.set(data, 4);
  view.setUint32(4 + data.length, crc32(data));
  return chunk;
}

/** The checksum of PNG, bit by bit: a few hundred bytes need no table. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}
