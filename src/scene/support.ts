/** What this browser can draw with; asked once with a context that is let go at once. */
interface Support {
  readonly webgl2: boolean;
  /** Name of the renderer, unmasked where the browser tells; '' without one. */
  readonly renderer: string;
}

let known: Support | null = null;

function probe(): Support {
  if (known) return known;
  known = { webgl2: false, renderer: '' };
  try {
    const gl = document.createElement('canvas').getContext('webgl2');
    if (gl) {
      known = { webgl2: true, renderer: rendererName(gl) };
      gl.getExtension('WEBGL_lose_context')?.loseContext();
    }
  } catch {
    // A browser that throws here has no WebGL2 to give.
  }
  return known;
}

/** Whether a WebGL2 context can be had. */
export function hasWebGL2(): boolean {
  return probe().webgl2;
}

export function rendererOfBrowser(): string {
  return probe().renderer;
}

function rendererName(gl: WebGL2RenderingContext): string {
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  return String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER) ?? '');
}

/** Whether that renderer works on the processor: each pixel then costs a hundred times as much. */
export function isSoftware(renderer: string): boolean {
  return /swiftshader|llvmpipe|softpipe|software|basic render|mesa offscreen/i.test(renderer);
}
