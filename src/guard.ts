// Comes as a file, after the lines that stand in the page (start.ts). Where a host's own policy refuses lines in pages, such
// as `script-src 'self'`, it fetches the same as a file.
const { documentElement, head } = document;
const address = document.querySelector<HTMLElement>('script[data-module]')?.dataset.start;
if (documentElement.dataset.begun === undefined && address)
  head.append(Object.assign(document.createElement('script'), { src: address }));
