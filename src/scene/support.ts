/** What this browser can draw with. */
interface Support {
  readonly webgl2: boolean;
  /** Name of the renderer, unmasked where the browser tells; '' without one. */
  readonly renderer: string;
}

let known: Support | null = null;
/** The context that was asked: making one takes tenths of a second where a processor draws, so the first canvas has it. */
let spare: WebGL2RenderingContext | null = null;

/** What three asks of a context, when it is made and for its first texture. */
const EXTENSIONS: readonly string[] = [
  'EXT_color_buffer_float',
  'WEBGL_clip_cull_distance',
  'OES_texture_float_linear',
  'EXT_color_buffer_half_float',
  'WEBGL_render_shared_exponent',
  'EXT_texture_filter_anisotropic',
];

function probe(): Support {
  if (known) return known;
  known = { webgl2: false, renderer: '' };
  try {
    spare = document
      .createElement('canvas')
      .getContext('webgl2', { antialias: false, stencil: false, powerPreference: 'high-performance' });
    if (spare) known = { webgl2: true, renderer: rendererName(spare) };
    // The first asking for each is answered by the GPU's thread, later behind all that the page draws.
    for (const name of EXTENSIONS) spare?.getExtension(name);
    // So is the first drawing in two dimensions, which has a context of its own.
    document.createElement('canvas').getContext('2d', { willReadFrequently: true })?.fillRect(0, 0, 1, 1);
  } catch {
    // A browser that throws here has no WebGL2 to give.
  }
  return known;
}

/** Whether a WebGL2 context can be had. Where a processor draws, the first asking takes half a second, and longer once
 *  the page's own words are being drawn: it is best asked at once. */
export function hasWebGL2(): boolean {
  return probe().webgl2;
}

export function rendererOfBrowser(): string {
  return probe().renderer;
}

/** The context that `hasWebGL2` has made, once; null where it was taken, or is not `antialias`. */
export function spareContext(antialias: boolean): WebGL2RenderingContext | null {
  const context = spare;
  if (antialias || !context || context.isContextLost()) {
    dropContext();
    return null;
  }
  spare = null;
  return context;
}

/** Gives that context back, where nothing will be drawn with it: browsers have few. */
export function dropContext(): void {
  spare?.getExtension('WEBGL_lose_context')?.loseContext();
  spare = null;
}

function rendererName(gl: WebGL2RenderingContext): string {
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  return String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER) ?? '');
}

/** Whether that renderer works on the processor: each pixel then costs a hundred times as much. */
export function isSoftware(renderer: string): boolean {
  return /swiftshader|llvmpipe|softpipe|software|basic render|mesa offscreen/i.test(renderer);
}
