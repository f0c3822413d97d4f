import type { Course } from './picture.ts';
import type { Size } from './size.ts';

/** What a browser can write: a container with its codec. */
export interface Encoding {
  readonly container: 'mp4' | 'webm';
  readonly codec: 'avc' | 'vp9';
}

const ENCODINGS: readonly Encoding[] = [
  { container: 'mp4', codec: 'avc' },
  { container: 'webm', codec: 'vp9' },
];

/** The first encoding that this browser writes at this size: H.264 in MP4, which every slide program plays, else VP9 in
 *  WebM; null where it writes neither. */
export async function encodingFor({ width, height }: Size): Promise<Encoding | null> {
  if (!('VideoEncoder' in globalThis)) return null;
  const { canEncodeVideo } = await import('mediabunny');
  for (const encoding of ENCODINGS)
    if (await canEncodeVideo(encoding.codec, { width, height })) return encoding;
  return null;
}

export interface FilmFile {
  readonly size: Size;
  readonly rate: number;
  readonly frames: number;
  readonly encoding: Encoding;
  readonly bitRate: number;
  /** Written into the file. */
  readonly title: string;
  readonly comment: string;
}

/** A film of frames that `draw` puts onto the context one by one, each when it is asked for: however long one takes, the
 *  film runs evenly. Rejects with one sentence, or with an 'AbortError' when it is cancelled. */
export async function encodeFilm(
  context: CanvasRenderingContext2D,
  { rate, frames, encoding, bitRate, title, comment }: FilmFile,
  draw: (frame: number) => Promise<void>,
  { signal, progress }: Course = {},
): Promise<Blob> {
  const { BufferTarget, CanvasSource, Mp4OutputFormat, Output, Quality, WebMOutputFormat } = await import(
    'mediabunny'
  );
  const target = new BufferTarget();
  const format =
    encoding.container === 'mp4' ? new Mp4OutputFormat({ fastStart: 'in-memory' }) : new WebMOutputFormat();
  const output = new Output({ format, target });
  const source = new CanvasSource(context.canvas, {
    codec: encoding.codec,
    quality: new Quality({ bitrate: bitRate }),
    keyFrameInterval: 2,
    latencyMode: 'quality',
  });
  output.addVideoTrack(source, { frameRate: rate });
  output.setMetadataTags({ title, comment });
  try {
    await output.start();
    for (let frame = 0; frame < frames; frame++) {
      if (signal?.aborted) throw Object.assign(new Error('cancelled'), { name: 'AbortError' });
      await draw(frame);
      await source.add(frame / rate, 1 / rate);
      progress?.((frame + 1) / frames);
    }
    await output.finalize();
  } catch (error) {
    await output.cancel().catch(() => {});
    throw error;
  }
  if (!target.buffer) throw new Error('the film could not be put together');
  return new Blob([target.buffer], { type: encoding.container === 'mp4' ? 'video/mp4' : 'video/webm' });
}
