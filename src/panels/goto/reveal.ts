/** Parts of the panel are fetched when they are first needed, milliseconds. */
const PATIENCE_MS = 5000;

/** Shows the part of the panel of an id as soon as it stands there, and reads on from there. */
export function reveal(part: string): void {
  const until = performance.now() + PATIENCE_MS;
  const look = (): void => {
    const found = document.getElementById(part);
    if (found) {
      const field = found.querySelector<HTMLElement>('select, button');
      if (!field) found.setAttribute('tabindex', '-1');
      (field ?? found).focus({ preventScroll: true });
      found.scrollIntoView({ block: 'start' });
    } else if (performance.now() < until) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
