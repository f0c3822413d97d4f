import { describe, expect, it } from 'vitest';
import { createClock } from '../../src/state/clock.ts';
import { createGuide } from '../../src/state/guide.ts';
import { openState } from '../../src/state/initial.ts';
import { createRainierStore } from '../../src/state/store.ts';

const OWN = {
  id: 'own',
  title: 'Mine',
  steps: [
    { title: 'One', text: 'Here.' },
    { title: 'Two', text: 'There.', state: { view: { at: 'b1' } } },
  ],
};

function guideAtHome() {
  const { state } = openState('?motion=reduced', { reducedMotion: false, webgl: true });
  const store = createRainierStore(state);
  const flown: string[] = [];
  const guide = createGuide({
    store,
    clock: createClock({ request: () => 0, cancel: () => {} }, 0.1),
    applyScenario: async () => {},
    flyTo: async (address) => void flown.push(address),
  });
  const led = (): unknown => {
    const { tour } = store.getState();
    return tour && [tour.tour.id, tour.step];
  };
  return { guide, led, flown };
}

describe('a guide', () => {
  it('stays with the newest wish, however long an older tour is on its way', async () => {
    const { guide, led, flown } = guideAtHome();
    // A tour from a file is at hand at once; those of the site are fetched.
    await Promise.all([guide.open('rainier', 4), guide.open(OWN, 2)]);
    expect(led()).toEqual(['own', 2]);
    expect(flown).toEqual(['b1']);
  });

  it('stays closed when it was closed while a tour was on its way', async () => {
    const { guide, led } = guideAtHome();
    const coming = guide.open('rainier');
    guide.close();
    await coming;
    expect(led()).toBeNull();
  });

  it('stays at the step that was gone to while another tour was on its way', async () => {
    const { guide, led } = guideAtHome();
    await guide.open(OWN);
    const coming = guide.open('rainier');
    await guide.go(2);
    await coming;
    expect(led()).toEqual(['own', 2]);
  });

  it('shows an older wish when the newer one cannot be', async () => {
    const { guide, led } = guideAtHome();
    const coming = guide.open('rainier', 3);
    await expect(guide.open(OWN, 9)).rejects.toThrow('tourStep must be a whole number from 1 to 2: 9');
    await coming;
    expect(led()).toEqual(['rainier', 3]);
  });

  it('refuses a tour whose later step cannot be shown, and keeps the one that is open', async () => {
    const { guide, led } = guideAtHome();
    await guide.open(OWN, 2);
    const steps = [...OWN.steps, { title: 'Three', text: 'Nowhere.', state: { view: { at: 'b99' } } }];
    await expect(guide.open({ ...OWN, id: 'broken', steps })).rejects.toThrow(
      'tour.steps.3.state: view.at names no place of this cluster: b99',
    );
    expect(led()).toEqual(['own', 2]);
  });
});
