/**
 * Lets the fragments of a slide lead its view: each with `data-tour-step` brings that step of the tour, and going back takes
 * it back. A slide that is come back to keeps what its view shows, whatever was done in it.
 */
export function leadByFragments(deck) {
  /** The step each view was last led to. */
  const led = new WeakMap();
  const lead = () => {
    const slide = deck.getCurrentSlide();
    const view = slide.querySelector('rainier-view[tour]');
    if (!view) return;
    const shown = [...slide.querySelectorAll('.fragment.visible[data-tour-step]')];
    const step = shown.at(-1)?.dataset.tourStep ?? view.getAttribute('tour-step') ?? '1';
    if (step === (led.get(view) ?? view.getAttribute('tour-step') ?? '1')) return;
    led.set(view, step);
    view
      .show(`tour=${view.getAttribute('tour')}&tourStep=${step}`)
      .catch((error) => console.warn(error.message));
  };
  for (const event of ['ready', 'slidechanged', 'fragmentshown', 'fragmenthidden']) deck.on(event, lead);
  lead();
}
