import '../../state/laterWords.ts';
import { useFrame } from '@react-three/fiber';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { type Mesh, RawShaderMaterial } from 'three';
import type { Address } from '../../cluster/address.ts';
import type { Job } from '../../cluster/job.ts';
import { CHIPS_PER_ULTRASERVER, ultraServerIndex } from '../../cluster/site.ts';
import { palettes } from '../../look/palette.ts';
import { type Session, useRainier } from '../../state/session.tsx';
import { AXES } from '../../state/store.ts';
import { createPeople } from '../people.ts';
import { useShared } from '../shared.ts';
import { chipOfTray } from '../tray/bodies.ts';
import { ringedChip } from '../ultraserver/ringed.ts';
import { createBook } from './book.ts';
import { classesOf, type Moment, showActivity, showInside } from './chips.ts';
import { createLevels, type Levels } from './levels.ts';
import { createNearUniforms, type NearUniforms, nearVariant, setNearTheme } from './uniforms.ts';

/** Where somebody stands, for scale: left of the racks, a step before them. UltraServer frame, metres. */
const BESIDE = [-0.98, 0, 0.1] as const;
/** A silhouette: the work beside it is what is looked at. */
const SILHOUETTE = 0.34;

/** Classes of the focused UltraServer's chips, and what they were read from. */
interface Chips {
  job: Job | null;
  of: string;
  classes: Int32Array;
}

/** The focused UltraServer, tray and chip as real geometry; façades stand for all others. */
export function Near() {
  const shared = useShared();
  const theme = useRainier((state) => state.theme);
  const job = useRainier((state) => state.job);
  const result = useRainier((state) => state.result);
  const bandwidth = useRainier(
    (state) => (state.resultOf?.cluster ?? state.resolved.cluster).chip.memoryBandwidth,
  );
  const axis = useRainier((state) => state.axis);
  const uniforms = useMemo(createNearUniforms, []);
  const levels = useMemo(() => createLevels(uniforms), [uniforms]);
  const book = useMemo(() => {
    const { pending, session } = shared;
    const ask: Session['inside'] = (request) => {
      const answer = session.inside(request);
      const done = (): unknown => pending.delete(answer);
      pending.add(answer);
      answer.then(done, done);
      return answer;
    };
    return createBook(ask, () => shared.invalidate());
  }, [shared]);
  const chips = useRef<Chips>({ job: null, of: '', classes: new Int32Array(0) }).current;
  const moment = useRef<Moment>({ timeline: null, seconds: 0, speed: 1, memoryBandwidth: 1 }).current;

  useLayoutEffect(() => {
    setNearTheme(uniforms, palettes[theme]);
    shared.invalidate();
  }, [shared, uniforms, theme]);

  const lit = useRef(-1);
  useLayoutEffect(() => {
    lit.current = axis ? AXES.indexOf(axis) : -1;
    shared.invalidate();
  }, [shared, axis]);

  useEffect(
    () => () => {
      levels.dispose();
      uniforms.uPaint.value.dispose();
    },
    [levels, uniforms],
  );

  const person = useMemo(() => createPeople(shared, [BESIDE]), [shared]);
  useEffect(() => {
    levels.racks.add(person.mesh);
    return () => {
      person.mesh.removeFromParent();
      person.dispose();
    };
  }, [levels, person]);

  useFrame(({ gl }) => {
    const { journey, fades, session } = shared;
    levels.object.visible = job !== null && fades.ultraserver > 0;
    if (!job || !levels.object.visible || journey.focus.length < 7) return;
    const key = place(journey.focus);
    if (chips.of !== key || chips.job !== job) {
      chips.of = key;
      chips.job = job;
      chips.classes = classesOf(job, journey.focus);
    }
    const { clock } = session;
    moment.timeline = result?.timeline ?? null;
    moment.seconds = clock.seconds;
    moment.speed = clock.speed;
    moment.memoryBandwidth = bandwidth;
    showActivity(uniforms, chips.classes, moment, book, job.faults);
    const [, , , , s, t] = journey.focus;
    if (fades.tray > 0 && t > 1)
      showInside(uniforms, chips.classes, moment, book, chipOfTray(s, t, 0), chipOfTray(s, t, 1));
    compilePaint(levels, uniforms, shared.layer === 'work' ? 0 : 1);
    uniforms.uMemory.value = shared.layer === 'memory' ? 1 : 0;
    if (shared.layer !== 'work')
      shared.painter?.chips(uniforms, ultraServerIndex(job.site, journey.focus) * CHIPS_PER_ULTRASERVER);
    const pixels = journey.height * gl.getPixelRatio();
    uniforms.uPixel.value = (2 * Math.tan((journey.fov * Math.PI) / 360)) / pixels;
    const { hovered, selected } = session.store.getState();
    uniforms.uRinged.value = shared.unfolded > 0 ? ringedChip(job.site, [hovered, selected]) : -1;
    // Inside a tray all its links are looked at again.
    uniforms.uAxis.value = fades.tray < 0.5 ? lit.current : -1;
    const beside = fades.ultraserver * (1 - fades.tray) * (1 - shared.unfolded);
    person.uniforms.uShow.value = SILHOUETTE * beside;
    person.mesh.visible = beside > 0;
    levels.update(job.site, journey.focus, journey.target, fades, shared.unfolded, shared.tier > 0);
  });

  return <primitive object={levels.object} />;
}

/** Compiles what shows the state of chips for their paint, or without it. */
function compilePaint({ object }: Levels, uniforms: NearUniforms, painted: 0 | 1): void {
  if (uniforms.uPainted.value === painted) return;
  uniforms.uPainted.value = painted;
  object.traverse((part) => {
    const { material } = part as Mesh;
    if (!(material instanceof RawShaderMaterial) || !('uPaint' in material.uniforms)) return;
    const { PAINTED, ...own } = material.defines;
    material.defines = { ...own, ...nearVariant(uniforms) };
    material.needsUpdate = true;
  });
}

function place(focus: Address): string {
  return `${focus[0]}/${focus[1]}/${focus[2]}/${focus[3]}`;
}
