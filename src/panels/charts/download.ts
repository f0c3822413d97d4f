const STYLES = [
  ...['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-opacity', 'opacity'],
  ...['font-size', 'font-weight', 'font-family', 'text-anchor'],
] as const;

/** A drawing that stands alone: colours and type of the page written into it, its title above, its source and date below. */
export function standaloneSvg(svg: SVGSVGElement, title: string, source: string): string {
  const { width, height } = svg.viewBox.baseVal;
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const drawn = svg.querySelectorAll('*');
  copy.querySelectorAll('*').forEach((element, index) => {
    const style = getComputedStyle(drawn[index]);
    for (const name of STYLES) {
      // Plain numbers, and none of what holds anyway: simple viewers know no units and no opacity of 1.
      const value = style.getPropertyValue(name).replaceAll('px', '');
      const holds =
        (name.endsWith('opacity') && value === '1') || (name.endsWith('array') && value === 'none');
      if (!holds) element.setAttribute(name, value);
    }
    for (const name of ['class', 'style']) element.removeAttribute(name);
  });
  const page = getComputedStyle(svg);
  const color = page.color;
  const background = getComputedStyle(document.documentElement).getPropertyValue('--panel').trim();
  const attributes = `font-family="sans-serif" fill="${color}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height + 60}" viewBox="0 -34 ${width} ${height + 60}">`,
    `<title>${escaped(title)}</title>`,
    `<rect y="-34" width="${width}" height="${height + 60}" fill="${background}"/>`,
    `<text x="8" y="-12" font-size="16" font-weight="600" ${attributes}>${escaped(title)}</text>`,
    // As XML: `innerHTML` would write entities that only HTML knows.
    ...[...copy.childNodes].map((node) => new XMLSerializer().serializeToString(node)),
    `<text x="8" y="${height + 16}" font-size="11" ${attributes}>${escaped(source)}</text>`,
    '</svg>\n',
  ].join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
