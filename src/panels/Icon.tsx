/** Paths on a grid of 20 units, drawn as lines of 1.6. */
const PATHS = {
  play: 'M6 4l10 6-10 6z',
  pause: 'M6.5 4v12M13.5 4v12',
  start: 'M5 4v12M16 4l-8 6 8 6z',
  end: 'M15 4v12M4 4l8 6-8 6z',
  slower: 'M10 5l-6 5 6 5M17 5l-6 5 6 5',
  faster: 'M10 5l6 5-6 5M3 5l6 5-6 5',
  link: 'M8.5 11.5a3.5 3.5 0 005 0l3-3a3.5 3.5 0 00-5-5l-1 1M11.5 8.5a3.5 3.5 0 00-5 0l-3 3a3.5 3.5 0 005 5l1-1',
  takeaway: 'M10 3v9M6 8.5l4 4 4-4M4 16.5h12',
  settings: 'M3 6h8M15 6h2M3 14h2M9 14h8M13 4v4M7 12v4',
  tour: 'M4 16c0-5 12-3 12-8M4 16a1.2 1.2 0 11.01 0M16 8a3 3 0 10-.01 0',
  next: 'M7 4l7 6-7 6',
  back: 'M13 4l-7 6 7 6',
  presenter: 'M2.5 4h15M4 4v8h12V4M10 12v2M6 17l4-3 4 3',
  search: 'M9 4a5 5 0 110 10A5 5 0 019 4zM12.7 12.7L17 17',
  whole: 'M8 4H4v12h12v-4M11 3h6v6M17 3l-8 8',
  help: 'M7 7.5a3 3 0 113.6 2.9c-.4.1-.6.5-.6 1v.8M10 15.4v.2',
  panel: 'M3 4h14v12H3zM12.5 4v12',
  close: 'M5 5l10 10M15 5L5 15',
  less: 'M5 10h10',
  more: 'M5 10h10M10 5v10',
  up: 'M5 12l5-5 5 5',
} as const;

/** A drawing beside or instead of a word; the word itself is the button's label. */
export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
