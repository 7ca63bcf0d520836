import type { Results } from '../../analysis/results.js';
import { messages, type Lang } from '../locales/language.js';
import { withLabels } from '../locales/own-labels.js';
import { markdownText } from '../markdown/text.js';
import { type Conclusion, conclusionsOf } from './conclusions.js';

/**
 * `conclusions.md`: how far each conclusion of the appendix carries on the data at hand, and how to make the document
 * again. No date and no path, so that the same results give the same bytes. Null where the run made no inference.
 */
export const conclusionsMarkdown = (results: Results, lang: Lang): string | null =>
  withLabels(results.manifest.labels, () => markdownOf(results, lang));

function markdownOf(results: Results, lang: Lang): string | null {
  const found = conclusionsOf(results, lang);
  if (found === null) return null;
  const { again } = messages(lang).conclusions;
  const { page } = messages(lang);
  const { title, synthetic, intro, conclusions } = found;
  return [
    `# ${markdownText(title)}`,
    ...(synthetic
      ? [`> **${page.syntheticTitle}. ${synthetic.title}** ${markdownText(synthetic.text)}`]
      : []),
    ...intro.map(markdownText),
    ...conclusions.flatMap((conclusion, i) => section(conclusion, i + 1, lang)),
    `## ${markdownText(again.title)}`,
    `\`\`\`sh\n${command(lang)}\n\`\`\``,
    markdownText(again.text),
    markdownText(page.source),
  ]
    .map((block) => `${block}\n`)
    .join('\n');
}

/** What makes the document again from the data that come with the package. */
const command = (lang: Lang): string =>
  `oj replicate --inference full${lang === 'en' ? ' --lang en' : ''} --out reports/out`;

function section({ title, says, rests, found, means }: Conclusion, number: number, lang: Lang): string[] {
  const { heads } = messages(lang).conclusions;
  const list = (head: string, items: readonly string[]) => [
    `### ${markdownText(head)}`,
    items.map((item) => `- ${markdownText(item)}`).join('\n'),
  ];
  return [
    `## ${number}. ${markdownText(title)}`,
    `### ${markdownText(heads.says)}`,
    markdownText(says),
    ...list(heads.rests, rests),
    ...list(heads.found, found),
    ...list(heads.means, means),
  ];
}
