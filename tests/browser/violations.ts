import type { Page } from 'playwright';

interface Noting {
  violations?: string[];
}

/** Notes what the page's content policy refuses, in every document from its first script on. Call before going there. */
export async function noteViolations(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const noted: string[] = [];
    (window as Noting).violations = noted;
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
      noted.push(`${effectiveDirective} refuses ${blockedURI} ${sample}`.trim()),
    );
  });
}

export function violations(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as Noting).violations ?? ['nothing was noted']);
}
