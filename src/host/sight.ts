/** How far outside the window an element counts as near, CSS pixels: room to load before it is seen. */
const NEAR = '300px';
/** Slides are hidden by style too, of which browsers tell nothing. */
const LOOK_MS = 500;
/** Out of sight for less is no reason to stop: slides change in between. */
const PATIENCE_MS = 1000;

export interface Seen {
  /** Called once, when the element first comes near. */
  readonly onNear: () => void;
  /** Whether the element can be seen, whenever that changes. It counts as seen until it has been out of sight for a while. */
  readonly onSeen: (seen: boolean) => void;
}

/** Watches whether an element can be seen: inside the window, and not hidden by itself or by what is around it. */
export function watchSight(element: Element, { onNear, onSeen }: Seen): () => void {
  let near = false;
  let inside = false;
  let seen = true;
  let since = 0;
  const look = (): void => {
    const now = inside && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    if (now) since = 0;
    else since ||= performance.now();
    if (now === seen || (!now && performance.now() - since < PATIENCE_MS)) return;
    seen = now;
    onSeen(now);
  };
  const approach = new IntersectionObserver(
    (entries) => {
      if (near || !entries.some(({ isIntersecting }) => isIntersecting)) return;
      near = true;
      onNear();
    },
    { rootMargin: NEAR },
  );
  const sight = new IntersectionObserver((entries) => {
    inside = entries[entries.length - 1].isIntersecting;
    look();
  });
  const timer = setInterval(look, LOOK_MS);
  approach.observe(element);
  sight.observe(element);
  return () => {
    clearInterval(timer);
    approach.disconnect();
    sight.disconnect();
  };
}
