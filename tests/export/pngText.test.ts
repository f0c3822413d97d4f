import { describe, expect, it } from 'vitest';
import { crc32, withWords } from '../../src/export/pngText.ts';

/** A picture of one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

/** The chunks of a file; throws where a checksum is wrong. */
function chunksOf(file: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const whole = file.subarray(at + 4, at + 8 + length);
    if (crc32(whole) !== file.readUInt32BE(at + 8 + length)) throw new Error(`checksum at ${at}`);
    chunks.push({ type: whole.subarray(0, 4).toString('latin1'), data: whole.subarray(4) });
    at += 12 + length;
  }
  return chunks;
}

describe('words in a PNG file', () => {
  it('stand after its header, in UTF-8, with a checksum that holds, and leave the rest as it was', async () => {
    const words = { Title: 'Soixante-quatre puces', Source: 'simulé · 2026-01-02', Empty: '' };
    const file = Buffer.from(await (await withWords(new Blob([PIXEL]), words)).arrayBuffer());
    const chunks = chunksOf(file);
    expect(chunks.map(({ type }) => type)).toEqual(['IHDR', 'iTXt', 'iTXt', 'IDAT', 'IEND']);
    expect(chunks.filter(({ type }) => type === 'iTXt').map(({ data }) => data.toString('utf8'))).toEqual([
      'Title\0\0\0\0\0Soixante-quatre puces',
      'Source\0\0\0\0\0simulé · 2026-01-02',
    ]);
    expect(chunks.filter(({ type }) => type !== 'iTXt')).toEqual(chunksOf(PIXEL));
  });

  it('are checked as the format says', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });
});
