import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Picture } from './api.ts';
import { type Session, useRainier, useSession } from './session.tsx';
import { notify } from './store.ts';
import { useWords } from './words.tsx';

/** A scene in a container: what it counts, how it is taken down. */
export interface MountedScene extends Picture {
  dispose(): void;
}

/** What the scene's module offers. */
export interface SceneModule {
  mountScene(container: HTMLElement, session: Session): MountedScene;
}

interface StageProps {
  /** Loads the scene; never called where there is no WebGL2 or the floorplan was asked for. */
  readonly load: () => Promise<SceneModule>;
  readonly floorplan: ReactNode;
  /** Told of the picture on the stage once it has been drawn for the first time. */
  readonly onPicture: (picture: Picture) => void;
}

/** The place for the picture: the scene in 3D, or the floorplan where that is asked for or all that can be. */
export function Stage({ load, floorplan, onPicture }: StageProps) {
  const session = useSession();
  const flat = useRainier((state) => !state.webgl || state.quality === 'floorplan');
  const words = useWords();
  const container = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  const drawFlat = flat || failed;

  useEffect(() => {
    const host = container.current;
    if (!host) return;
    let scene: MountedScene | undefined;
    let gone = false;
    const leave = (): void => {
      gone = true;
      scene?.dispose();
    };
    if (drawFlat) {
      void firstChild(host).then(() => {
        if (!gone) onPicture(flatPicture(host));
      });
      return leave;
    }
    load()
      .then(async ({ mountScene }) => {
        if (gone) return;
        scene = mountScene(host, session);
        await firstFrame(scene);
        if (!gone) onPicture(scene);
      })
      .catch((error: Error) => {
        if (gone) return;
        notify(session.store, `the scene could not be drawn: ${error.message}`);
        setFailed(true);
      });
    return leave;
  }, [drawFlat, load, session, onPicture]);

  return (
    <div
      className="stage"
      ref={container}
      {...(drawFlat
        ? {}
        : { role: 'application', 'aria-labelledby': 'stage-name', 'aria-describedby': 'stage-keys' })}
    >
      {drawFlat ? (
        floorplan
      ) : (
        <>
          <span id="stage-name" className="unseen">
            {words('stage.name')}
          </span>
          <span id="stage-keys" className="unseen">
            {words('stage.keys')}
          </span>
        </>
      )}
    </div>
  );
}

/** Resolves when the scene has drawn once. */
async function firstFrame(scene: MountedScene): Promise<void> {
  while (scene.stats().frames === 0) await new Promise(requestAnimationFrame);
}

/** Resolves when the floorplan, which is loaded when it is needed, stands in its place. */
async function firstChild(host: HTMLElement): Promise<void> {
  while (host.firstElementChild === null) await new Promise(requestAnimationFrame);
}

/** The floorplan as a picture: nothing is counted, because nothing is on a GPU. */
function flatPicture(host: HTMLElement): Picture {
  return {
    whole: () => Promise.resolve(),
    stats: () => ({
      chips: 0,
      drawCalls: 0,
      triangles: 0,
      gpuBytes: 0,
      frames: 0,
      frameSeconds: [],
      renderer: 'floorplan',
      level: 'floorplan',
      quality: 'floorplan',
    }),
    screenshot: ({ type = 'image/png' } = {}) =>
      new Promise((resolve, reject) => {
        const canvas = host.querySelector('canvas');
        if (!canvas) reject(new Error('the floorplan is not on the screen'));
        else
          canvas.toBlob(
            (blob) => (blob ? resolve(blob) : reject(new Error(`type cannot be: ${type}`))),
            type,
          );
      }),
  };
}
