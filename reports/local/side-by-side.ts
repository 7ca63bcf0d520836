import type { ComparedIndicator, SideBySide } from '../../analysis/local/side-by-side.js';
import type { Manifest } from '../../analysis/results.js';
import { groupBy } from '../../data/group-by.js';
import { grid, paragraph, uniqueId } from '../document/blocks.js';
import { dataSection } from '../document/data.js';
import type { Document, Section } from '../document/document.js';
import { runDocument } from '../document/head.js';
import { formatNumber } from '../locales/format.js';
import { areaLabel } from '../locales/labels.js';
import { messages, type Lang } from '../locales/language.js';
import { withLabels } from '../locales/own-labels.js';
import { slug } from '../tables/build.js';
import { indicatorName, listText } from './municipality/cells.js';
import { latestGrid } from './side-by-side/latest.js';
import { summarySection } from './side-by-side/summary.js';
import { yearsGrid } from './side-by-side/years.js';

/**
 * Two to ten units side by side: how many questions they answer as desired, then per area the latest answers in colour
 * and all years. Pure; its id is `jamfor-` and the units' ids.
 */
export const sideBySideDocument = (compared: SideBySide, manifest: Manifest, lang: Lang): Document =>
  withLabels(manifest.labels, () => documentOf(compared, manifest, lang));

function documentOf(compared: SideBySide, manifest: Manifest, lang: Lang): Document {
  const { sideBySide: text } = messages(lang);
  const { synthetic } = manifest;
  const taken = new Set(['summary', 'reading', 'data']);
  const areas = [...groupBy(compared.indicators, (i) => i.facts.area)].map(([area, list]) =>
    areaSection(area, list, uniqueId(`area-${slug(area)}`, taken), compared, synthetic, lang),
  );
  const sections = [
    summarySection(compared, synthetic, lang),
    ...areas,
    readingSection(compared, lang),
    dataSection(manifest, lang),
  ];
  const id = slug(`jamfor-${compared.units.map((u) => u.place.id).join('-')}`);
  const title = text.title(titleNames(compared, lang), `${compared.year}`);
  return runDocument({ id, title, lead: text.lead }, manifest, sections, lang);
}

/** In a title more names than these are not read. */
const IN_TITLE = 4;

function titleNames({ units }: SideBySide, lang: Lang): string {
  const names = units.map((u) => u.place.name);
  if (names.length <= IN_TITLE) return listText(names, lang);
  const { andMore } = messages(lang).sideBySide;
  return andMore(names.slice(0, IN_TITLE - 1).join(', '), formatNumber(names.length - IN_TITLE + 1, lang));
}

function areaSection(
  area: string,
  list: readonly ComparedIndicator[],
  id: string,
  compared: SideBySide,
  synthetic: boolean,
  lang: Lang,
): Section {
  const name = areaLabel(area, lang);
  const of = { name, list, compared, synthetic, lang };
  return {
    id,
    title: name,
    blocks: [grid(latestGrid(`${id}-latest`, of)), grid(yearsGrid(`${id}-years`, of))],
  };
}

function readingSection({ never }: SideBySide, lang: Lang): Section {
  const { sideBySide: text } = messages(lang);
  const names = never.map((f) => indicatorName(f, lang)).join('; ');
  return {
    id: 'reading',
    title: text.sections.reading,
    blocks: [
      { kind: 'list', items: text.reading },
      ...(never.length === 0 ? [] : [paragraph(text.never(names))]),
    ],
  };
}
