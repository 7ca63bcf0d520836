import type { LocalFacts } from '../../../analysis/local/facts.js';
import type { MunicipalityReport } from '../../../analysis/local/municipality-report.js';
import { messages, type Lang, type Messages } from '../../locales/language.js';

/** What every part of a municipality report is made from. */
export interface MunicipalityContext {
  readonly report: MunicipalityReport;
  readonly facts: (id: string) => LocalFacts;
  readonly text: Messages['municipality'];
  readonly lang: Lang;
  readonly synthetic: boolean;
}

export function contextOf(report: MunicipalityReport, synthetic: boolean, lang: Lang): MunicipalityContext {
  const byId = new Map(report.indicators.map((i) => [i.id, i]));
  return { report, facts: (id) => byId.get(id)!, text: messages(lang).municipality, lang, synthetic };
}

/** So many of the candidates stand where the eye falls: enough to choose from, few enough to read. */
export const FIRST_CANDIDATES = 6;
