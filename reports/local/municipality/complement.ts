import type { Spread } from '../../../analysis/local/background.js';
import { grid, paragraph } from '../../document/blocks.js';
import type { Block, Section } from '../../document/document.js';
import { formatNumber } from '../../locales/format.js';
import type { Grid } from '../../tables/table.js';
import { absent, listText, plain, type ToneCell, tonedGrid } from './cells.js';
import { FIRST_CANDIDATES, type MunicipalityContext } from './context.js';
import { covariateName, covariateText } from './group.js';

/** Step 2 of the guide: what the survey does not say. */
export function complementSection(context: MunicipalityContext): Section {
  const { complement, sections } = context.text;
  const { blanks } = complement;
  return {
    id: 'complement',
    title: sections.complement,
    blocks: [
      paragraph(complement.intro),
      ...background(context),
      grid(sourcesGrid(context)),
      { kind: 'blank', label: blanks.statistics, lines: 5 },
      { kind: 'blank', label: blanks.users, lines: 4 },
      { kind: 'blank', label: blanks.staff, lines: 4 },
      { kind: 'blank', label: blanks.picture, lines: 3 },
    ],
  };
}

function background(context: MunicipalityContext): Block[] {
  const { report, text } = context;
  const { complement } = text;
  if (report.background.length === 0) return [paragraph(complement.none)];
  if (report.background.some((row) => row.own !== null)) return [grid(backgroundGrid(context))];
  const why = report.status.district ? complement.district : complement.missesOwn;
  return [paragraph(why), grid(backgroundGrid(context))];
}

function backgroundGrid({ report, text, lang, synthetic }: MunicipalityContext): Grid {
  const { complement } = text;
  const { heads } = complement;
  const cell = (spread: Spread | null): ToneCell => {
    if (spread === null) return absent(complement.missing);
    const { median, least, most, n } = spread;
    const under = complement.range(
      covariateText(least, lang),
      covariateText(most, lang),
      formatNumber(n, lang),
    );
    return plain(`${covariateText(median, lang)}\n${under}`);
  };
  return tonedGrid({
    id: 'background',
    title: complement.title,
    head: [heads.fact, heads.own, heads.group, heads.nation],
    columns: ['text', 'text', 'text', 'text'],
    rows: report.background.map((row) => [
      plain(covariateName(lang)(row.covariate)),
      row.own === null ? absent(complement.missing) : plain(covariateText(row.own, lang)),
      cell(row.group),
      cell(row.nation),
    ]),
    notes: [complement.note],
    synthetic,
  });
}

function sourcesGrid(context: MunicipalityContext): Grid {
  const { sourcesTitle, sourceHeads } = context.text.complement;
  return {
    id: 'sources',
    title: sourcesTitle,
    head: [sourceHeads.source, sourceHeads.what],
    columns: ['text', 'prose'],
    rows: sources(context),
    notes: [],
    synthetic: false,
  };
}

/** The sources by name; Kolada with the ids of what step 1 proposes. */
function sources({ report, facts, text, lang }: MunicipalityContext): (readonly [string, string])[] {
  const ids = report.candidates.slice(0, FIRST_CANDIDATES).flatMap((c) => facts(c.indicator).kolada);
  const { complement } = text;
  return complement.sources.map(([name, what]) =>
    name === 'Kolada' && ids.length > 0
      ? [name, `${what} ${complement.kolada(listText([...new Set(ids)], lang))}`]
      : [name, what],
  );
}
