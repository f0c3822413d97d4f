/**
 * Keeps frames from queueing where a processor draws: what waits behind a frame on its way is seen late, and so is the
 * answer to a press, which the browser draws behind it. It costs a quarter of the frames, so it is for the while in which
 * somebody is about to press.
 */
export interface Pacing {
  /** True while the last frame is still being drawn. */
  readonly busy: boolean;
  /** To be called when a frame has been handed over. */
  sent(): void;
}

export function createPacing(gl: WebGL2RenderingContext): Pacing {
  let last: WebGLSync | null = null;
  const drop = (): void => {
    gl.deleteSync(last);
    last = null;
  };
  return {
    get busy() {
      if (last && (gl.isContextLost() || gl.getSyncParameter(last, gl.SYNC_STATUS) === gl.SIGNALED)) drop();
      return last !== null;
    },
    sent() {
      drop();
      last = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
      gl.flush();
    },
  };
}
