import { describe, expect, it } from 'vitest';
import { elementCode, embedAddress, fixedLink, iframeCode, oEmbed } from '../../src/export/link.ts';

const LINKED = {
  page: 'https://example.org/rainier/',
  query: '?model=llama-3.1-8b&training.globalBatch=64&at=b1/h2&t=0.5&tourStep=2&play=0',
  title: 'Rows & "halls" <of> a building',
  size: { width: 960, height: 540 },
};

describe('lines for other pages', () => {
  it('frame the view alone, started by whoever looks', () => {
    expect(embedAddress(LINKED)).toBe(
      'https://example.org/rainier/?embed=1&model=llama-3.1-8b&training.globalBatch=64&at=b1/h2&t=0.5&tourStep=2',
    );
    expect(embedAddress({ page: 'https://example.org/', query: '' })).toBe('https://example.org/?embed=1');
  });

  it('fix what others may not change, once', () => {
    expect(fixedLink('https://example.org/?at=b1&lock=theme&t=1', 'model,training')).toBe(
      'https://example.org/?at=b1&t=1&lock=model,training',
    );
    expect(fixedLink('https://example.org/', 'model')).toBe('https://example.org/?lock=model');
  });

  it('give a frame its title, its shape and no rights but to run scripts', () => {
    const code = iframeCode(LINKED);
    expect(code).toContain('sandbox="allow-scripts"');
    expect(code).toContain('loading="lazy"');
    expect(code).toContain('title="Rows &amp; &quot;halls&quot; &lt;of> a building"');
    expect(code).toContain('aspect-ratio:16/9');
    expect(code).toContain('src="https://example.org/rainier/?embed=1&amp;model=llama-3.1-8b&amp;');
    expect(code).not.toContain('allow=');
    expect(code.match(/"/g)?.length).toBe(14);
  });

  it('give an element its attributes, named as HTML names them', () => {
    expect(elementCode(LINKED).split('\n')).toEqual([
      '<script src="https://example.org/rainier/rainier-view.js"></script>',
      '<rainier-view src="https://example.org/rainier/" title="Rows &amp; &quot;halls&quot; &lt;of> a building"',
      '  model="llama-3.1-8b"',
      '  training.global-batch="64"',
      '  at="b1/h2"',
      '  t="0.5"',
      '  tour-step="2"',
      '  style="aspect-ratio:16/9"></rainier-view>',
    ]);
  });

  it('answer oEmbed consumers with a rich resource', () => {
    expect(JSON.parse(oEmbed(LINKED))).toEqual({
      version: '1.0',
      type: 'rich',
      provider_name: 'Inside Project Rainier',
      provider_url: LINKED.page,
      title: LINKED.title,
      url: LINKED.page + LINKED.query,
      width: 960,
      height: 540,
      html: iframeCode(LINKED),
    });
  });
});
