import type { Trace } from '../data/imports/trace.js';
import { messages, type Lang, term } from './locales/language.js';

/** Where one answer of a data folder comes from, as text: what `oj explain --raw` prints. Ends with a newline. */
export function traceText(trace: Trace, synthetic: boolean, lang: Lang): string {
  const m = messages(lang).trace;
  const { unit, indicator, row, origin, source, conflicts } = trace;
  const value = (r: Readonly<Record<string, string>>) =>
    r['answer'] ? r['answer'] : `${m.missing}: ${term(messages(lang).reasons, r['reason'] ?? '')}`;
  const lines = [
    `${unit['name']} (${unit['unit']}), ${row['year']}`,
    `${indicator['indicator']}: ${indicator['label']}`,
    '',
    `  ${m.value}: ${value(row)}`,
    ...(origin === null
      ? [`  ${m.own}`]
      : [
          `  ${m.place}: ${origin.place}`,
          ...(source === null
            ? [`  ${m.sourceLost(origin.source)}`]
            : [
                `  ${m.source}: ${source.name} (${source.kind})`,
                `  sha256: ${source.sha256}`,
                `  ${m.read}: ${source.time}`,
                ...(source.attribution ? [`  ${source.attribution}`] : []),
              ]),
        ]),
    ...conflicts.map(
      (c) =>
        `  ${m.conflict}: ${value(JSON.parse(c.row) as Record<string, string>)}, ${c.from?.name ?? c.source}, ${c.place}`,
    ),
  ];
  return [...lines, ...(synthetic ? ['', m.synthetic] : [])].join('\n') + '\n';
}
