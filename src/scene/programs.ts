import type { Camera, Material, Mesh, Object3D, Scene, WebGLRenderer } from 'three';

/** Between two looks whether something is done, milliseconds. */
const LOOK_MS = 8;

/** Which materials' programs can be drawn with at once. Compiling takes a tenth of a second and more a program where a
 *  processor draws; asked for all together, it runs beside the page's own work. */
export interface Programs {
  /** Whether all that is visible under `scene` can be drawn; if not, `then` is called once it can. */
  ready(gl: WebGLRenderer, scene: Scene, camera: Camera, then: () => void): boolean;
  /** Compiles what is still hidden, one after the other, so that a journey there does not wait for it. */
  rest(gl: WebGLRenderer, scene: Scene, camera: Camera): Promise<void>;
}

export function createPrograms(): Programs {
  /** Version of each material that was compiled. */
  const known = new WeakMap<Material, number>();
  let waiting = false;
  let begun = false;
  const materialsOf = (mesh: Mesh): Material[] => ([] as Material[]).concat(mesh.material ?? []);
  const isNew = (object: Object3D): object is Mesh =>
    materialsOf(object as Mesh).some((material) => known.get(material) !== material.version);
  const know = (mesh: Mesh): void => {
    for (const material of materialsOf(mesh)) known.set(material, material.version);
  };
  const compile = (gl: WebGLRenderer, scene: Scene, camera: Camera, mesh: Mesh): void => {
    know(mesh);
    gl.compile(mesh, camera, scene);
  };
  /** Resolves when all that was asked for has been compiled. */
  const compiled = async (gl: WebGLRenderer, meshes: readonly Mesh[]): Promise<void> => {
    await finished(gl);
    // Where it is done on other threads it may outlast what was drawn.
    for (const mesh of meshes)
      for (const material of materialsOf(mesh))
        while (programOf(gl, material)?.isReady() === false) await soon();
  };
  return {
    ready(gl, scene, camera, then) {
      if (waiting) return false;
      const fresh: Mesh[] = [];
      scene.traverseVisible((object) => {
        if (isNew(object)) fresh.push(object);
      });
      if (fresh.length === 0) return true;
      if (!begun) {
        // There is no picture yet that could stand meanwhile: the first one comes soonest without waiting for others.
        begun = true;
        for (const mesh of fresh) know(mesh);
        return true;
      }
      waiting = true;
      for (const mesh of fresh) compile(gl, scene, camera, mesh);
      void compiled(gl, fresh).then(() => {
        waiting = false;
        then();
      });
      return false;
    },
    async rest(gl, scene, camera) {
      const hidden: Mesh[] = [];
      scene.traverse((object) => {
        if (isNew(object)) hidden.push(object);
      });
      for (const mesh of hidden) {
        // It may have been taken down meanwhile.
        if (!isNew(mesh) || !isUnder(scene, mesh)) continue;
        compile(gl, scene, camera, mesh);
        await compiled(gl, [mesh]);
      }
    },
  };
}

function isUnder(scene: Scene, object: Object3D): boolean {
  let at: Object3D | null = object;
  while (at !== null && at !== scene) at = at.parent;
  return at === scene;
}

/** What three keeps of a material; nothing once that was disposed of. */
function programOf(gl: WebGLRenderer, material: Material): { isReady(): boolean } | undefined {
  return (gl.properties.get(material) as { currentProgram?: { isReady(): boolean } }).currentProgram;
}

function soon(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, LOOK_MS));
}

/** Resolves when the GPU has done all that it was told. */
export function finished(gl: WebGLRenderer): Promise<void> {
  const context = gl.getContext() as WebGL2RenderingContext;
  const fence = context.fenceSync(context.SYNC_GPU_COMMANDS_COMPLETE, 0);
  if (!fence) return Promise.resolve();
  context.flush();
  return new Promise((resolve) => {
    const look = (): void => {
      if (
        !context.isContextLost() &&
        context.getSyncParameter(fence, context.SYNC_STATUS) !== context.SIGNALED
      ) {
        setTimeout(look, LOOK_MS);
        return;
      }
      context.deleteSync(fence);
      resolve();
    };
    look();
  });
}
