import { type Address, formatAddress, parseAddress } from '../../cluster/address.ts';
import { METRES as M } from '../../cluster/metres.ts';
import { pickedChip } from '../../cluster/picked.ts';
import { placeOf, rowOffset } from '../../cluster/places.ts';
import { chipAddress } from '../../cluster/site.ts';
import type { SiteLayout } from '../../scenario/scenario.ts';
import { chipPlace } from '../../state/chip.ts';
import type { Words } from '../../state/words.tsx';
import { toCampus } from '../camera/homes.ts';
import type { Shared } from '../shared.ts';
import type { Anchor } from './anchor.ts';

/** Faults that are named at a time. */
const MOST = 4;

/** What another layer than work names where its light is too small to be found: faults, and the picked chip. */
export function layerAnchors(shared: Shared, words: Words, site: SiteLayout): Anchor[] {
  const { session, layer, fades } = shared;
  const state = session.store.getState();
  const { resultOf, resolved } = state;
  if (layer === 'faults')
    return (resultOf ?? resolved).faults.slice(0, MOST).map(
      (fault, i): Anchor => ({
        id: `fault ${i}`,
        title: words(`layer.fault.name.${fault.kind}`),
        line: fault.at,
        meaning: 'fault',
        at: over(site, parseAddress(fault.at) ?? []),
        toward: [i % 2 === 0 ? 90 : -130, -70],
      }),
    );
  if (layer === 'power' && fades.hall > 0.6 && fades.building < 0.4 && fades.row < 0.6)
    return aisleAnchors(shared, words, site);
  if (layer !== 'groups') return [];
  const chip = chipAddress(site, pickedChip(site, parseAddress(chipPlace(state)) ?? []));
  const title = words('group.picked');
  const line = formatAddress(chip);
  return [{ id: 'picked', title, line, meaning: 'plain', at: over(site, chip), toward: [-130, -80] }];
}

/** The aisles between the first rows of the focused hall, at their southern ends. */
function aisleAnchors({ journey }: Shared, words: Words, site: SiteLayout): Anchor[] {
  const hall = placeOf(site, journey.focus.slice(0, 2));
  const south = -(site.positions * M.ultraserver.pitch) / 2 - 0.8;
  const first = rowOffset(site, Math.min(4, site.rows - 1));
  const aside = M.row.depth / 2;
  const at = (x: number): [number, number, number] => toCampus(hall, x, 0.1, -south);
  return [
    {
      id: 'hot aisle',
      title: words('layer.power.hot'),
      line: words('layer.power.hot.line'),
      meaning: 'plain',
      at: at(first + aside + M.row.hotAisle / 2),
      toward: [-60, 90],
    },
    {
      id: 'cold aisle',
      title: words('layer.power.cold'),
      line: words('layer.power.cold.line'),
      meaning: 'plain',
      at: at(first - aside - M.row.coldAisle / 2),
      toward: [-150, 40],
    },
  ];
}

/** Over the UltraServer of a place, campus frame. */
function over(site: SiteLayout, address: Address): [number, number, number] {
  const place = placeOf(site, address.slice(0, 4));
  const [, height, depth] = place.size;
  return toCampus(place, 0, height, -depth / 2);
}
