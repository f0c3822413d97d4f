import '../../state/laterWords.ts';
import { useFrame } from '@react-three/fiber';
import { useEffect, useRef } from 'react';
import { type Camera, type PerspectiveCamera, Vector3 } from 'three';
import { useRainier } from '../../state/session.tsx';
import { useWords } from '../../state/words.tsx';
import { useShared } from '../shared.ts';
import type { Anchor } from './anchor.ts';
import { anchorsOf } from './anchors.ts';
import {
  type Box,
  coveringOf,
  inside,
  type Leader,
  leaderTo,
  overlaps,
  passes,
  placeWords,
} from './layout.ts';
import { type Corners, subjectsOf } from './subjects.ts';
import { createTag, type Tag } from './tags.ts';

/** Callouts at a time. */
const MOST = 5;
/** A picture narrower than this, CSS pixels, has no words that cover more than this share of themselves of a body. */
const NARROW = 600;
const MOSTLY = 0.4;
/** What is named is looked up this often, milliseconds; where it stands is worked out each frame. */
const LOOKUP_MS = 140;

/** Names in the picture: real text over the canvas, projected each frame, never overlapping, fading in and out. */
export function Labels() {
  const shared = useShared();
  const words = useWords();
  const shown = useRainier((state) => state.labels);
  const tags = useRef(new Map<string, Tag>()).current;
  const anchors = useRef<readonly Anchor[]>([]);
  const kept = useRef<readonly Box[]>([]);
  const subjects = useRef<readonly Corners[]>([]);
  /** The canvas and what is kept clear on it, when names were last looked up. */
  const room = useRef('');
  const looked = useRef(0);
  const later = useRef<ReturnType<typeof setTimeout>>(undefined);
  const point = useRef(new Vector3()).current;
  const eye = useRef(new Vector3()).current;
  /** Where the camera stood when words last took their best places. */
  const rested = useRef(new Vector3(Number.NaN)).current;

  useEffect(() => {
    looked.current = 0;
    shared.invalidate();
    // Words of the page that grow or shrink while nothing else moves push names aside.
    const observer = new ResizeObserver(() => shared.invalidate());
    for (const element of document.querySelectorAll('[data-keep-clear]')) observer.observe(element);
    shared.paintNames = (context) => {
      for (const tag of tags.values()) tag.paint(context);
    };
    return () => {
      shared.paintNames = () => {};
      observer.disconnect();
      clearTimeout(later.current);
      later.current = undefined;
      for (const tag of tags.values()) tag.remove();
      tags.clear();
    };
  }, [shared, tags]);

  useFrame(({ camera }) => {
    const now = performance.now();
    if (shared.still || now - looked.current > LOOKUP_MS) {
      looked.current = now;
      const { width, height } = shared.journey;
      kept.current = shared.still?.clear ?? reserved(shared.overlay, width, height);
      // In other room, and in a picture that follows no other, each takes its best place anew.
      const anew = shared.still !== null && !shared.still.follows;
      const around = `${width} ${height} ${kept.current.map((box) => Object.values(box).map(Math.round)).join(' ')}`;
      if (anew || around !== room.current) for (const tag of tags.values()) tag.side = -1;
      room.current = around;
      anchors.current = shown ? anchorsOf(shared, words) : [];
      subjects.current = anchors.current.some(({ quiet }) => !quiet) ? subjectsOf(shared) : [];
      const ids = new Set(anchors.current.map(({ id }) => id));
      for (const [id, tag] of tags) if (!ids.has(id)) tag.fade(false);
      for (const anchor of anchors.current) {
        const tag = tags.get(anchor.id);
        if (tag) tag.say(anchor);
        else tags.set(anchor.id, createTag(shared.overlay, anchor));
      }
    }
    // What was not looked up in the last frame before a rest is looked up once more after it.
    const { journey } = shared;
    if (!later.current && !shared.still && (looked.current < now || !rested.equals(journey.eye))) {
      eye.copy(journey.eye);
      later.current = setTimeout(() => {
        later.current = undefined;
        looked.current = 0;
        // Words keep their side while the view moves; where it came to rest each takes its best one.
        if (eye.equals(journey.eye) && !rested.equals(eye)) {
          rested.copy(eye);
          for (const tag of tags.values()) tag.side = -1;
        }
        shared.invalidate();
      }, LOOKUP_MS);
    }
    const { width, height } = shared.journey;
    const taken: Box[] = [...kept.current];
    if (!shared.still) taken.push({ left: 0, top: 0, width, height: 44 });
    const covered = subjects.current.map((corners) => coveredBy(corners, camera, point, width, height));
    const leaders: Leader[] = [];
    const around = { taken, covered, leaders };
    for (const anchor of anchors.current) {
      const tag = tags.get(anchor.id);
      if (!tag) continue;
      point.set(...anchor.at).project(camera as PerspectiveCamera);
      const px = (point.x * 0.5 + 0.5) * width;
      const py = (0.5 - point.y * 0.5) * height;
      const seen = point.z > -1 && point.z < 1 && px > 0 && px < width && py > 0 && py < height;
      if (!seen || (!anchor.quiet && leaders.length >= MOST)) {
        tag.fade(false);
        continue;
      }
      if (anchor.quiet) {
        const box = {
          left: px - tag.width / 2,
          top: py - tag.height / 2,
          width: tag.width,
          height: tag.height,
        };
        const free =
          inside(box, width, height) &&
          !taken.some((other) => overlaps(box, other)) &&
          !leaders.some((leader) => passes(leader, box));
        tag.fade(free);
        if (!free) continue;
        taken.push(box);
        tag.put(px, py, box.left, box.top, true);
        continue;
      }
      const toward = anchor.toward ?? [60, -40];
      const canvas = { width, height };
      const placed = placeWords(px, py, tag, toward, tag.side, around, canvas, anchor.oneSided);
      // Beside what fills a narrow picture there is no room: seen, it tells more than named.
      const shows = placed !== null && (width >= NARROW || coveringOf(placed.box, covered) < MOSTLY);
      tag.fade(shows);
      if (!shows) continue;
      tag.side = placed.side;
      taken.push(placed.box);
      leaders.push(leaderTo(px, py, placed.box));
      tag.put(px, py, placed.box.left, placed.box.top, false);
    }
  });
  return null;
}

/** The box on the canvas that a body covers. */
function coveredBy(corners: Corners, camera: Camera, point: Vector3, width: number, height: number): Box {
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (const [x, y, z] of corners) {
    point.set(x, y, z).project(camera);
    const px = (point.x * 0.5 + 0.5) * width;
    const py = (0.5 - point.y * 0.5) * height;
    left = Math.min(left, px);
    right = Math.max(right, px);
    top = Math.min(top, py);
    bottom = Math.max(bottom, py);
  }
  return { left, top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}

/** What the page itself writes over the picture, where the buttons and the scale bar are. */
function reserved(overlay: HTMLElement, width: number, height: number): Box[] {
  const origin = overlay.getBoundingClientRect();
  const boxes: Box[] = [{ left: width - 260, top: height - 62, width: 260, height: 62 }];
  for (const element of document.querySelectorAll('[data-keep-clear]')) {
    const box = element.getBoundingClientRect();
    if (box.width > 0)
      boxes.push({
        left: box.left - origin.left,
        top: box.top - origin.top,
        width: box.width,
        height: box.height,
      });
  }
  return boxes;
}
