import { formatNumber, formatPercent } from '../locales/format.js';
import { comparableCells } from '../tables/grids.js';
import { cellCounts } from './counts.js';
import type { ReportContext } from './context.js';
import type { Fact, Section } from './document.js';

/** The run in plain words: four numbers to remember, then what they mean and what they do not. */
export function summary({ results, comparison, text, lang }: ReportContext): Section {
  const { page } = text;
  const { facts } = page;
  const counts = cellCounts(results.estimates);
  const number = (n: number) => formatNumber(n, lang);
  const all = comparison?.agreement.find((a) => a.scope === 'all') ?? null;
  const compared = all !== null && comparableCells(all) > 0 ? all : null;
  const marked = counts.strong + counts.weak;
  const share = formatPercent(counts.estimated === 0 ? null : marked / counts.estimated, lang);
  const kappa = formatNumber(compared?.kappa, lang, 2);
  const observed = formatPercent(compared?.observed, lang);
  const expected = formatPercent(compared?.expected, lang);
  const numbers: Fact[] = [
    { value: number(counts.estimated), label: facts.estimated, note: facts.ofCells(number(counts.total)) },
    { value: number(marked), label: facts.marked, note: facts.markedNote(share) },
    ...(compared
      ? [
          { value: observed, label: facts.same, note: facts.sameNote(expected) },
          { value: kappa, label: facts.kappa, note: facts.kappaNote },
        ]
      : []),
  ];
  const cells = page.summaryCells(number(counts.total), number(counts.estimated), number(counts.failed));
  const marks = page.summaryMarks(number(counts.strong), number(counts.weak));
  const agreement = compared && [
    page.summaryAgreement(
      number(compared.counts.same),
      number(comparableCells(compared)),
      observed,
      expected,
      kappa,
    ),
    ...(results.manifest.synthetic ? [page.summarySynthetic] : []),
  ];
  return {
    id: 'summary',
    title: page.sections.summary,
    blocks: [
      { kind: 'facts', facts: numbers },
      { kind: 'paragraph', text: `${cells} ${marks}` },
      ...(agreement ? [{ kind: 'paragraph' as const, text: agreement.join(' ') }] : []),
      { kind: 'paragraph', text: page.caution, tone: 'caution' },
    ],
  };
}
