import { expect, it } from 'vitest';
import { createPacing } from '../../src/scene/pacing.ts';

/** A context whose frames are drawn when the test says so. */
class FakeContext {
  readonly SYNC_GPU_COMMANDS_COMPLETE = 1;
  readonly SYNC_STATUS = 2;
  readonly SIGNALED = 3;
  drawn = false;
  lost = false;
  live = 0;
  fenceSync(): object {
    this.live += 1;
    this.drawn = false;
    return {};
  }
  deleteSync(fence: object | null): void {
    if (fence) this.live -= 1;
  }
  getSyncParameter(): number {
    return this.drawn ? this.SIGNALED : 0;
  }
  isContextLost(): boolean {
    return this.lost;
  }
  flush(): void {}
}

it('is busy from the handing over of a frame until it is drawn or lost, and keeps one fence at most', () => {
  const gl = new FakeContext();
  const pacing = createPacing(gl as unknown as WebGL2RenderingContext);
  expect(pacing.busy).toBe(false);
  pacing.sent();
  pacing.sent();
  expect([pacing.busy, gl.live]).toEqual([true, 1]);
  gl.drawn = true;
  expect([pacing.busy, gl.live]).toEqual([false, 0]);
  pacing.sent();
  gl.lost = true;
  expect([pacing.busy, gl.live]).toEqual([false, 0]);
});
