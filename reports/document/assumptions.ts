import type { Grid } from '../tables/table.js';
import { grid, paragraph } from './blocks.js';
import type { OpenChoice, ReportContext } from './context.js';
import type { Section } from './document.js';

/** Every choice that the appendix leaves open: what this run used, the alternatives, and why. */
export function assumptionsSection(context: ReportContext): Section | null {
  const { page } = context.text;
  if (context.assumptions.length === 0) return null;
  const blocks = [paragraph(page.assumptionsIntro), grid(assumptionsGrid(context))];
  return { id: 'assumptions', title: page.sections.assumptions, blocks };
}

function assumptionsGrid({ assumptions, results, text, lang }: ReportContext): Grid {
  const { page } = text;
  const heads = page.assumptionHeads;
  const used = (choice: OpenChoice): string => {
    const value = valueAt(results.specification, choice.path) ?? choice.default;
    const [now, usual] = [code(value), code(choice.default)];
    return now === usual ? now : `${now}\n${page.changed}; ${page.defaultWas(usual)}`;
  };
  return {
    id: 'open-choices',
    title: page.assumptionsTitle,
    head: [heads.choice, heads.used, heads.rivals, heads.why],
    columns: ['text', 'code', 'code', 'prose'],
    rows: assumptions.map((choice) => [
      `${choice.what[lang]}\n${choice.path}`,
      used(choice),
      choice.rivals.map(code).join(', '),
      choice.why[lang],
    ]),
    notes: [],
    synthetic: false,
  };
}

/** A value of the specification as it is written there; text without its quotes. */
const code = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

function valueAt(specification: unknown, path: string): unknown {
  let value: unknown = specification;
  for (const part of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string, unknown>)[part];
  }
  return value;
}
