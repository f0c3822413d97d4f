import { describe, expect, it } from 'vitest';
import { createWriter } from '../../src/floorplan/pencil.ts';

describe('the pencil that writes SVG', () => {
  it('writes rectangles, lines and words in the style of the moment', () => {
    const pencil = createWriter();
    pencil.fillStyle = '#112233';
    pencil.globalAlpha = 0.5;
    pencil.fillRect(1, 2.0049, 3, -1);
    pencil.globalAlpha = 1;
    pencil.strokeStyle = '#445566';
    pencil.lineWidth = 2;
    pencil.setLineDash([5, 13]);
    pencil.lineDashOffset = -4.5;
    pencil.beginPath();
    pencil.moveTo(0, 0);
    pencil.lineTo(10, 0.5);
    pencil.stroke();
    pencil.font = '600 12.5px system-ui, "Sans"';
    pencil.textAlign = 'center';
    pencil.textBaseline = 'middle';
    pencil.fillText('a < b & c', 4, 5);
    expect(pencil.elements().split('\n')).toEqual([
      '<rect x="1" y="2" width="3" height="0" fill="#112233" opacity="0.5"/>',
      '<path d="M0 0L10 0.5" fill="none" stroke="#445566" stroke-width="2" stroke-dasharray="5 13" stroke-dashoffset="-4.5"/>',
      '<text x="4" y="9.38" fill="#112233" font-family="system-ui, &quot;Sans&quot;" font-size="12.5" font-weight="600" text-anchor="middle">a &lt; b &amp; c</text>',
    ]);
  });

  it('clips between save and restore alone, and brings the style back', () => {
    const pencil = createWriter();
    pencil.strokeStyle = '#000001';
    pencil.save();
    pencil.beginPath();
    pencil.rect(1, 1, 2, 2);
    pencil.clip();
    pencil.strokeStyle = '#000002';
    pencil.beginPath();
    pencil.moveTo(0, 0);
    pencil.lineTo(9, 9);
    pencil.stroke();
    pencil.restore();
    pencil.strokeRect(0, 0, 1, 1);
    const lines = pencil.elements().split('\n');
    expect(lines.slice(0, 2)).toEqual([
      '<clipPath id="clip1"><rect x="1" y="1" width="2" height="2"/></clipPath>',
      '<g clip-path="url(#clip1)">',
    ]);
    expect(lines.filter((line) => line === '</g>')).toHaveLength(1);
    expect(lines.at(-1)).toContain('stroke="#000001"');
  });
});
