import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { embedPage, oEmbedOf, siteAddress } from '../../scripts/carried.mjs';

describe('what a built site offers to other pages', () => {
  it('is a link for oEmbed consumers where the site does not know its address, and a frame where it does', () => {
    expect(oEmbedOf(null)).toMatchObject({ version: '1.0', type: 'link' });
    expect(oEmbedOf(null)).not.toHaveProperty('html');
    const address = siteAddress('https://example.org/rainier');
    expect(address).toBe('https://example.org/rainier/');
    const answer = oEmbedOf(address);
    expect(answer).toMatchObject({ version: '1.0', type: 'rich', width: 960, height: 540, url: address });
    expect(answer.html).toContain('src="https://example.org/rainier/?embed=1"');
    expect(answer.html).toContain('sandbox="allow-scripts');
  });

  it('refuses an address that is none of the web', () => {
    expect(siteAddress('')).toBeNull();
    for (const wrong of ['rainier', 'ftp://example.org/', 'javascript:alert(1)'])
      expect(() => siteAddress(wrong)).toThrow(`SITE_URL must be the address of the site`);
  });

  it('names by its hash the one script of embed/', () => {
    const page = embedPage();
    const [, script] = /<script>(.*)<\/script>/.exec(page)!;
    expect(page).toContain(`'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  });
});
