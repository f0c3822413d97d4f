import { createContext, useContext } from 'react';
import {
  DataTexture,
  type IUniform,
  type RawShaderMaterial,
  RedIntegerFormat,
  UnsignedShortType,
  Vector2,
  Vector3,
} from 'three';
import type { Job } from '../cluster/job.ts';
import { dark, type Palette } from '../look/palette.ts';
import type { Session } from '../state/session.tsx';
import type { Layer } from '../state/store.ts';
import { type ClassState, createClassState } from './classState.ts';
import { createFades, type Fades } from './fades.ts';
import { createJourney, type Journey } from './journey.ts';
import type { Painter } from './layers/paint.ts';
import type { Box } from './overlay/layout.ts';
import { createPrograms, type Programs } from './programs.ts';

/** How others move the camera (camera/pilot.ts). */
export interface Steering {
  orbit(azimuth: number, elevation: number): void;
  zoom(factor: number): void;
  move(right: number, away: number): void;
}

/** Rows sorted by what they do (rows/order.ts). */
export interface Sorted {
  /** Line of the class map shown at each line's place. */
  readonly lines: Uint16Array;
  /** Where a line is shown, as a line. */
  placeOf(line: number): number;
}

/** Pictures are asked for one at a time (easel.tsx): names neither fade nor wait, and nothing is for pressing. */
export interface Still {
  /** Kept free of names, CSS pixels. */
  clear: readonly Box[];
  /** Nothing is drawn behind the subject. */
  cutout: boolean;
  /** Names keep the places they have, as long as these are free. */
  follows: boolean;
}

/** What every part of the scene reads; written once a frame by frame.ts, never through React. */
export interface Shared {
  readonly session: Session;
  /** By reference in every material (shaders/material.ts). */
  readonly uniforms: Readonly<Record<UniformName, IUniform>>;
  readonly fades: Fades;
  readonly journey: Journey;
  /** Light is painted like ink: the shaders are compiled for it. */
  paper: boolean;
  /** Every living material of shaders/material.ts. */
  readonly materials: Set<RawShaderMaterial>;
  /** The camera's pilot, while there is a camera. */
  pilot: Steering | null;
  /** How rows are sorted when seen from afar; null where they cannot be. */
  rowOrder: Sorted | null;
  /** How far the torus of the focused UltraServer is pulled apart, 0 in the racks … 1 a cube. */
  unfolded: number;
  /** Replaced when the job changes. */
  classState: ClassState;
  /** 0 low, 1 medium, 2 high: how much is drawn. */
  tier: 0 | 1 | 2;
  /** What the light says: the shaders are compiled for it. */
  layer: Layer;
  /** Writes what another layer than work says; null until one is first chosen. */
  painter: Painter | null;
  /** Resolves when what says it has come. */
  painted: Promise<void>;
  /** Class of every chip (classTexture.ts); what stands in `uClassMap` but on the layer of groups. */
  classMap: DataTexture;
  /** The theme's colours; `uniforms` hold them as light. */
  palette: Palette;
  /** Lies over the canvas; for words (real text). */
  readonly overlay: HTMLElement;
  /** The picture is drawn without the page's words on it. */
  alone: boolean;
  /** Null on the page, where frames follow each other. */
  readonly still: Still | null;
  /** Paints the names that are in the picture now, CSS pixels. */
  paintNames: (context: CanvasRenderingContext2D) => void;
  /** Questions whose answers will change the picture: a screenshot waits for them. */
  readonly pending: Set<Promise<unknown>>;
  /** Asks for a frame. */
  invalidate: () => void;
  /** Called when the canvas has changed its size. */
  onResize: () => void;
  /** What can be drawn without being compiled first. */
  readonly programs: Programs;
  /** Groups of parts that have arrived (Scene.tsx). */
  arrived: number;
  /** The job that the scene was built for. */
  built: Job | null;
  /** Called as each frame begins to be drawn, milliseconds, and once it has been handed to the GPU. */
  onDraw: (now: number) => void;
  onDrawn: () => void;
  /** Called once, when the parts that load after the first picture stand. */
  onComplete: () => void;
  /** Resolves when the picture of what is now asked for stands, complete (picture.ts). */
  whole: () => Promise<void>;
}

const COLOURS = {
  uTop: (p: Palette) => p.body[0],
  uSide: (p: Palette) => p.body[1],
  uDeep: (p: Palette) => p.body[2],
  uEdge: (p: Palette) => p.edge,
  uQuietEdge: (p: Palette) => p.quietEdge,
  uGround: (p: Palette) => p.ground,
  uPad: (p: Palette) => p.pad,
  uLine: (p: Palette) => p.line,
  uFog: (p: Palette) => p.fog,
  uPaper: (p: Palette) => p.backdrop[1],
  uForward: (p: Palette) => p.forward,
  uBackward: (p: Palette) => p.backward,
  uOptimizer: (p: Palette) => p.optimizer,
  uWaiting: (p: Palette) => p.waiting,
  uEfa: (p: Palette) => p.efa,
  uEfaIdle: (p: Palette) => p.efaIdle,
  uLink: (p: Palette) => p.neuronLink,
  uLinkBusy: (p: Palette) => p.neuronLinkBusy,
  uHead: (p: Palette) => p.head,
  uFault: (p: Palette) => p.fault,
  uFocus: (p: Palette) => p.focus,
} as const;

export type UniformName =
  | keyof typeof COLOURS
  | 'uSeconds'
  | 'uFlow'
  | 'uFogRange'
  | 'uCut'
  | 'uBeside'
  | 'uClassState'
  | 'uClassMap';

/** An sRGB hex colour as light: the square of each channel (shaders/header.ts). */
export function light(hex: string, out: Vector3 = new Vector3()): Vector3 {
  const n = Number.parseInt(hex.slice(1), 16);
  const channel = (shift: number): number => (((n >> shift) & 255) / 255) ** 2;
  return out.set(channel(16), channel(8), channel(0));
}

export function createShared(session: Session, overlay: HTMLElement, still: Still | null = null): Shared {
  const classState = createClassState(1, { scaleOut: 1, scaleUp: 1 });
  const none = new DataTexture(new Uint16Array([0xffff]), 1, 1, RedIntegerFormat, UnsignedShortType);
  none.internalFormat = 'R16UI';
  none.unpackAlignment = 2;
  none.needsUpdate = true;
  const colours = Object.fromEntries(Object.keys(COLOURS).map((name) => [name, { value: new Vector3() }]));
  return {
    session,
    uniforms: {
      ...colours,
      uSeconds: { value: 0 },
      uFlow: { value: 0 },
      uFogRange: { value: new Vector2(1e4, 2e4) },
      uCut: { value: new Vector3() },
      uBeside: { value: new Vector3(0, 1e6, 1) },
      uClassState: { value: classState.texture },
      uClassMap: { value: none },
    } as Record<UniformName, IUniform>,
    paper: false,
    materials: new Set(),
    fades: createFades(),
    journey: createJourney(),
    pilot: null,
    rowOrder: null,
    unfolded: 0,
    classState,
    tier: 2,
    layer: 'work',
    painter: null,
    painted: Promise.resolve(),
    classMap: none,
    palette: dark,
    pending: new Set(),
    overlay,
    still,
    alone: false,
    paintNames: () => {},
    programs: createPrograms(),
    arrived: 0,
    built: null,
    onDraw: () => {},
    onDrawn: () => {},
    onComplete: () => {},
    whole: () => Promise.resolve(),
    onResize: () => {},
    invalidate: () => {},
  };
}

/** What is compiled into every shader: a constant costs a software renderer nothing, a branch both its sides. */
export function variantOf({ paper, tier, layer }: Shared): Record<string, number> {
  return {
    ...(paper ? { PAPER: 1 } : {}),
    ...(tier === 0 ? { LOW: 1 } : tier === 2 ? { HIGH: 1 } : {}),
    ...(layer === 'work' ? {} : { PAINTED: 1 }),
    ...(layer === 'groups' ? { GROUPS: 1 } : layer === 'faults' ? { FAULTS: 1 } : {}),
  };
}

/** Changes what the light says. */
export function applyLayer(shared: Shared, layer: Layer): void {
  if (layer === shared.layer) return;
  shared.layer = layer;
  shared.uniforms.uClassMap.value = shared.classMap;
  shared.uniforms.uClassState.value = shared.classState.texture;
  compile(shared);
}

/** Changes how much is drawn. */
export function applyTier(shared: Shared, tier: Shared['tier']): void {
  if (shared.tier === tier) return;
  shared.tier = tier;
  compile(shared);
}

const VARIANTS: readonly string[] = ['PAPER', 'LOW', 'HIGH', 'PAINTED', 'GROUPS', 'FAULTS'];

function compile(shared: Shared): void {
  const variant = variantOf(shared);
  for (const material of shared.materials) {
    const own = Object.entries(material.defines).filter(([name]) => !VARIANTS.includes(name));
    material.defines = { ...Object.fromEntries(own), ...variant };
    material.needsUpdate = true;
  }
}

/** Writes a theme's colours into the uniforms. */
export function applyPalette(shared: Shared, palette: Palette): void {
  for (const [name, pick] of Object.entries(COLOURS))
    light(pick(palette), shared.uniforms[name as UniformName].value as Vector3);
  shared.palette = palette;
  const paper = palette.glow === 0;
  if (paper === shared.paper) return;
  shared.paper = paper;
  compile(shared);
}

export const SharedContext = createContext<Shared | null>(null);

export function useShared(): Shared {
  const shared = useContext(SharedContext);
  if (!shared) throw new Error('no scene around this component');
  return shared;
}
