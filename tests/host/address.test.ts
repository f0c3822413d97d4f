import { describe, expect, it } from 'vitest';
import { frameAddress, isFixed, keyOf, pairsOf } from '../../src/host/address.ts';
import { SCENARIO_KEYS } from '../../src/scenario/query.ts';
import { isScenarioKey, VIEW_KEYS } from '../../src/state/keys.ts';

const BASE = 'https://talks.example/deck/index.html';

describe('attributes of the element', () => {
  it('stand for every key of the address, with hyphens for capitals', () => {
    for (const key of VIEW_KEYS)
      expect(keyOf(key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`))).toBe(key);
    expect(Object.keys(SCENARIO_KEYS).every(isScenarioKey)).toBe(true);
    expect(keyOf('training.global-batch')).toBe('training.globalBatch');
    for (const other of ['src', 'class', 'title', 'loading', 'constructor', '__proto__', 'data-at', 'modelx'])
      expect(keyOf(other), other).toBeUndefined();
  });

  it('win over what the address of the page says, and a flag may stand alone', () => {
    const attributes = [
      { name: 'src', value: '../rainier/?at=b1&t=2' },
      { name: 'at', value: 'b1/h2' },
      { name: 'autoplay', value: '' },
      { name: 'embed', value: '0' },
    ];
    const address = frameAddress(attributes[0].value, BASE, pairsOf(attributes));
    expect(address).toBe('https://talks.example/rainier/?at=b1%2Fh2&t=2&autoplay=1&embed=1');
  });

  it('name what is wrong with the address of the page', () => {
    expect(() => frameAddress(null, BASE, [])).toThrow('src must be the address of the page');
    expect(() => frameAddress('https://', BASE, [])).toThrow('src is not an address: https://');
    expect(() => frameAddress('javascript:alert(1)', BASE, [])).toThrow('src must be an address of the web');
    expect(() => frameAddress('data:text/html,x', BASE, [])).toThrow('src must be an address of the web');
  });

  it('tell what a standing page can take from what needs a new one', () => {
    expect(['at', 't', 'tour', 'model', 'theme'].filter(isFixed)).toEqual([]);
    expect(['keys', 'wheel', 'links', 'kiosk', 'lock'].filter(isFixed)).toHaveLength(5);
  });
});
