import type {
  BufferAttribute,
  BufferGeometry,
  InterleavedBufferAttribute,
  Material,
  Mesh,
  Object3D,
  RawShaderMaterial,
  Texture,
} from 'three';

const FRAMES = 120;
/** Frames further apart than this did not follow each other: nothing moved in between. */
const PAUSE = 0.4;

/** Counts frames and the seconds between those that followed each other. */
export interface FrameMeter {
  readonly frames: number;
  /** The last 120, oldest first, seconds. */
  seconds(): number[];
  /** To be called as a frame begins, `now` in milliseconds; returns the seconds since the last one, or undefined
   *  where the loop had paused. */
  begin(now: number): number | undefined;
}

export function createFrameMeter(): FrameMeter {
  const ring = new Float64Array(FRAMES);
  let filled = 0;
  let next = 0;
  let last = Number.NEGATIVE_INFINITY;
  let frames = 0;
  return {
    get frames() {
      return frames;
    },
    seconds() {
      const start = filled < FRAMES ? 0 : next;
      return Array.from({ length: filled }, (_, i) => ring[(start + i) % FRAMES]);
    },
    begin(now) {
      frames += 1;
      const seconds = (now - last) / 1000;
      last = now;
      if (seconds > PAUSE) return undefined;
      ring[next] = seconds;
      next = (next + 1) % FRAMES;
      filled = Math.min(FRAMES, filled + 1);
      return seconds;
    },
  };
}

/** Bytes of every buffer and texture that the objects under `root` hold on the GPU, each counted once. */
export function bytesOf(root: Object3D): number {
  const geometries = new Set<BufferGeometry>();
  const textures = new Set<Texture>();
  root.traverse((object) => {
    const { geometry, material } = object as Mesh;
    if (geometry) geometries.add(geometry);
    for (const m of ([] as (Material | undefined)[]).concat(material ?? [])) collectTextures(m, textures);
  });
  let bytes = 0;
  for (const geometry of geometries) {
    if (geometry.index) bytes += geometry.index.array.byteLength;
    const buffers = new Set<ArrayBufferLike>();
    for (const attribute of Object.values(geometry.attributes)) buffers.add(arrayOf(attribute).buffer);
    for (const buffer of buffers) bytes += buffer.byteLength;
  }
  for (const texture of textures) bytes += textureBytes(texture);
  return bytes;
}

function arrayOf(attribute: BufferAttribute | InterleavedBufferAttribute): ArrayBufferView {
  return 'data' in attribute ? attribute.data.array : attribute.array;
}

function collectTextures(material: Material | undefined, textures: Set<Texture>): void {
  const uniforms = (material as RawShaderMaterial | undefined)?.uniforms;
  if (!uniforms) return;
  for (const { value } of Object.values(uniforms))
    if (value && (value as Texture).isTexture) textures.add(value as Texture);
}

function textureBytes(texture: Texture): number {
  const image = texture.image as { width: number; height: number; data?: ArrayBufferView } | undefined;
  if (!image) return 0;
  const base = image.data?.byteLength ?? image.width * image.height * 4;
  return texture.generateMipmaps ? Math.ceil((base * 4) / 3) : base;
}

/** Bytes of the canvas itself: colour front and back, and depth; multisampled ones four times. */
export function canvasBytes(width: number, height: number, antialias: boolean): number {
  return width * height * (4 * 2 + (antialias ? 4 * (4 + 4) : 4));
}
