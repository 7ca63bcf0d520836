import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** What axe finds against WCAG 2.2 A and AA and good practice: the rule, and the first element that breaks it. */
export async function violations(page: Page): Promise<string[]> {
  const found = await page.evaluate<readonly Violation[]>(
    // The warning above the page stands outside its landmarks on purpose: it is of the page and of every part of it.
    `${axe}; axe.run(document, { rules: { region: { enabled: false } }, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((r) => r.violations)`,
  );
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.length} times, ${nodes[0]?.html.slice(0, 200)}; ${nodes[0]?.failureSummary}`,
  );
}
