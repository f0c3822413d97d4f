import {
  DataTexture,
  Float32BufferAttribute,
  FloatType,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  RGBAFormat,
} from 'three';
import { type Point, resample } from './curve.ts';
import { Family, type Tube } from './tubes.ts';

/** A sign that rides on a cable and says which way bytes go: a notched dart (NeuronLink) or an open chevron (EFA). */
export interface Marker {
  /** The cable's middle line, in the direction of sending. */
  readonly points: readonly Point[];
  readonly family: Family;
  readonly chip: number;
  /** Length, metres. */
  readonly size: number;
  readonly shape: 'dart' | 'chevron';
  /** As the tube's, so that the sign sits on its pulse's head. */
  readonly offset?: number;
  /** What it rides on: what goes in ring direction (unless given) or against it; and whether both go over this cable, so
   *  that each keeps to its right. `points` run its own way. */
  readonly way?: 'on' | 'back';
  readonly shared?: boolean;
  /** A sign that stands still at this place along the cable, 0 … 1, and only brightens. */
  readonly fixed?: number;
}

/** Signs on the pulses of a cable: one, or where both ways share it one each way. */
export function ridersOf(tube: Tube, size: number, shape: Marker['shape']): Marker[] {
  const { points, family, chip, offset, way = 'both' } = tube;
  const sign = { family, chip, offset, size, shape };
  if (family > Family.z) return [{ ...sign, points, way: way === 'back' ? 'back' : 'on' }];
  if (way !== 'both') return [{ ...sign, points, way }];
  return [
    { ...sign, points, way: 'on', shared: true },
    { ...sign, points: points.toReversed(), way: 'back', shared: true },
  ];
}

/** Points kept of a marker's path; the shader goes straight from one to the next. */
export const PATH_POINTS = 48;

export const MARKER_TRIANGLES = 4;

/** Outline of the dart from tail to tip along x, in lengths: a notched arrowhead; the chevron is an open V. */
const DART = [0, 0.42, 1, 0, 0, -0.42, 0.28, 0];
const CHEVRON = [0, 0.62, 0.42, 0.62, 1, 0, 0.58, 0, 0, -0.62, 0.42, -0.62];

export interface Markers {
  readonly geometry: InstancedBufferGeometry;
  /** One row of `PATH_POINTS` texels a marker: x, y, z in metres. */
  readonly paths: DataTexture;
}

export function markerGeometry(markers: readonly Marker[]): Markers {
  const geometry = new InstancedBufferGeometry();
  // Both outlines in one mesh; z says which, and the shader folds the other one away.
  const position: number[] = [];
  for (let i = 0; i < DART.length; i += 2) position.push(DART[i], DART[i + 1], 0);
  for (let i = 0; i < CHEVRON.length; i += 2) position.push(CHEVRON[i], CHEVRON[i + 1], 1);
  geometry.setAttribute('position', new Float32BufferAttribute(position, 3));
  geometry.setIndex([0, 3, 1, 3, 2, 1, 4, 7, 5, 7, 6, 5, 8, 9, 7, 9, 6, 7]);
  const sign = new Float32Array(markers.length * 4);
  const flow = new Float32Array(markers.length * 4);
  const data = new Float32Array(markers.length * PATH_POINTS * 4);
  markers.forEach((marker, i) => {
    sign.set(
      [marker.size, marker.shape === 'chevron' ? 1 : 0, marker.offset ?? 0, marker.fixed ?? -1],
      i * 4,
    );
    flow.set(
      [marker.chip, marker.family, i, (marker.way === 'back' ? 1 : 0) + (marker.shared ? 2 : 0)],
      i * 4,
    );
    resample(marker.points, PATH_POINTS).forEach((p, k) => {
      data.set([p[0], p[1], p[2], 1], (i * PATH_POINTS + k) * 4);
    });
  });
  geometry.setAttribute('aSign', new InstancedBufferAttribute(sign, 4));
  geometry.setAttribute('aFlow', new InstancedBufferAttribute(flow, 4));
  geometry.instanceCount = markers.length;
  const paths = new DataTexture(data, PATH_POINTS, markers.length, RGBAFormat, FloatType);
  paths.needsUpdate = true;
  return { geometry, paths };
}
