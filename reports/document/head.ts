import type { Manifest } from '../../analysis/results.js';
import { formatNumber, formatTime } from '../locales/format.js';
import { messages, type Lang } from '../locales/language.js';
import type { Document, Section } from './document.js';

/** What a document is about. */
export interface Subject {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
}

/** A document of a run: its sections under what every document says of the data and of how it was made. */
export function runDocument(
  { id, title, lead }: Subject,
  manifest: Manifest,
  sections: readonly Section[],
  lang: Lang,
): Document {
  const { page, figures } = messages(lang);
  const { version, time, synthetic, data } = manifest;
  return {
    lang,
    id,
    kicker: [page.kicker, ...(data.title ? [data.title] : [])].join(' · '),
    title,
    lead,
    made: `${page.dataSize(formatNumber(manifest.units, lang), yearsText(manifest))} ${page.made(formatTime(time, lang), version)}`,
    time,
    synthetic: synthetic
      ? { stamp: figures.syntheticStamp, title: page.syntheticTitle, text: page.syntheticText }
      : null,
    contentsTitle: page.contents,
    sections,
    footer: page.source,
  };
}

function yearsText({ years }: Manifest): string {
  const [first, last] = [years[0], years.at(-1)];
  return first === undefined ? '' : first === last ? `${first}` : `${first}–${last}`;
}
