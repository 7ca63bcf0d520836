import type { ImportSource } from '../../data/imports/imported.js';
import { formatNumber, formatTime } from '../locales/format.js';
import { messages, term, type Lang } from '../locales/language.js';
import { markdownText } from '../markdown/text.js';
import { parseCommand } from './command.js';
import { outputRows } from './outputs.js';
import type { PackageInput } from './package.js';
import { epochOf } from './script.js';
import { sha256Of } from './sums.js';

/**
 * The README of a replication package, with the sections that the social science data editors' template asks for. Every
 * text from data is escaped; commands and file names of our own stand as code.
 */
export function packageReadme(input: PackageInput): string {
  const { page } = messages(input.lang);
  const { packaging } = messages(input.lang);
  const { synthetic } = input.results.manifest;
  return `${[
    `# ${packaging.title}`,
    ...(synthetic ? [`> **${page.syntheticTitle}.** ${page.syntheticText}`] : []),
    ...overview(input),
    ...availability(input),
    ...datasets(input),
    ...requirements(input),
    ...programs(input),
    ...instructions(input),
    ...outputs(input),
    ...references(input),
  ].join('\n\n')}\n`;
}

const bullets = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');
const code = (lines: string): string => `\`\`\`sh\n${lines}\n\`\`\``;

function grid(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [head, head.map(() => '---'), ...rows].map(line).join('\n');
}

function overview({ results, lang }: PackageInput): string[] {
  const { overview } = messages(lang).packaging;
  const { manifest, estimates } = results;
  const failed = estimates.filter((e) => e.status !== 'ok').length;
  const [first, last] = [manifest.years[0], manifest.years.at(-1)];
  const years = first === undefined ? '—' : first === last ? String(first) : `${first}–${last}`;
  const tables = parseCommand(manifest.command)?.tables;
  const count = (n: number) => formatNumber(n, lang);
  return [
    `## ${overview.title}`,
    overview.what,
    overview.one(`\`${manifest.command}\``),
    ...(tables ? [overview.some(tables.join(', '))] : []),
    [
      overview.counts(count(estimates.length), count(manifest.units), years),
      ...(failed > 0 ? [overview.failed(count(failed))] : []),
    ].join(' '),
  ];
}

function availability(input: PackageInput): string[] {
  const { results, lang, withInputs } = input;
  const { availability } = messages(lang).packaging;
  const { synthetic, data } = results.manifest;
  const confidential = input.inputs.some(({ path }) => path === 'survey.csv' || path === 'conflicts.csv');
  return [
    `## ${availability.title}`,
    `### ${availability.rights}`,
    ...(synthetic
      ? [availability.rightsSynthetic]
      : [
          availability.rightsOwn,
          availability.rightsBoxes.map((box) => `- [ ] ${box}`).join('\n'),
          ...(confidential ? [availability.confidential] : []),
        ]),
    `### ${availability.summary}`,
    ...(withInputs ? [availability.all] : [availability.none, availability.obtain]),
    `### ${availability.details}`,
    ...(data.title === undefined ? [] : [availability.aboutTitle(markdownText(data.title))]),
    ...(data.sources && data.sources.length > 0
      ? [availability.said, bullets(data.sources.map(markdownText))]
      : [availability.noSources]),
    ...(input.sources.length > 0 ? [availability.imported, imported(input.sources, lang)] : []),
    availability.producers,
    grid(availability.producerHead, availability.producerRows),
    ...(data.notes && data.notes.length > 0
      ? [availability.notes, bullets(data.notes.map((note) => markdownText(note[lang])))]
      : []),
  ];
}

function imported(sources: readonly ImportSource[], lang: Lang): string {
  const { importedHead } = messages(lang).packaging.availability;
  const rows = sources.map(({ name, kind, time, attribution, sha256 }) =>
    [name, kind, formatTime(time, lang), attribution, sha256].map(markdownText),
  );
  return grid(importedHead, rows);
}

function datasets({ results, inputs, withInputs, lang }: PackageInput): string[] {
  const { datasets } = messages(lang).packaging;
  const rowsOf = new Map(results.manifest.inputs.map(({ file, rows }) => [file, rows]));
  const rows = inputs.map(({ path, content }) => [
    `data/${path}`,
    term(datasets.files, path),
    formatNumber(rowsOf.get(path), lang),
    withInputs ? datasets.yes : datasets.no,
    `\`${sha256Of(content)}\``,
  ]);
  return [`## ${datasets.title}`, grid(datasets.head, rows)];
}

function requirements({ results, software, lang }: PackageInput): string[] {
  const { requirements } = messages(lang).packaging;
  const { node, version, seed } = results.manifest;
  return [
    `## ${requirements.title}`,
    `### ${requirements.software}`,
    bullets([requirements.node(node), `oppna-jamforelser ${version}`]),
    requirements.versions,
    bullets(software.map(({ name, version: of }) => `\`${name}\` ${of}`)),
    requirements.nodeNote,
    `### ${requirements.randomness}`,
    requirements.seed(String(seed)),
    `### ${requirements.memory}`,
    requirements.memoryText,
  ];
}

function programs({ results, lang }: PackageInput): string[] {
  const { programs } = messages(lang).packaging;
  return [
    `## ${programs.title}`,
    programs.text(results.manifest.version),
    grid(
      programs.head,
      programs.rows.map(([file, what]) => [`\`${file}\``, what!]),
    ),
  ];
}

function instructions({ results, lang }: PackageInput): string[] {
  const { instructions } = messages(lang).packaging;
  const { manifest } = results;
  return [
    `## ${instructions.title}`,
    instructions.steps.map((step, i) => `${i + 1}. ${step}`).join('\n'),
    instructions.clone('`OJ="node /path/to/clone/dist/analysis/cli.js" sh reproduce.sh`'),
    instructions.windows(`\`npx --package oppna-jamforelser@${manifest.version} oj package --verify .\``),
    instructions.exit,
    instructions.fixed,
    code(
      `SOURCE_DATE_EPOCH=${epochOf(manifest)} npx --package oppna-jamforelser@${manifest.version} ${manifest.command}`,
    ),
  ];
}

function outputs({ results, outputs: files, lang }: PackageInput): string[] {
  const { outputs } = messages(lang).packaging;
  const { command } = results.manifest;
  const rows = outputRows(results, files, lang).map(([file, content, program, how]) => [
    `\`results/${file.replaceAll('`', '')}\``,
    markdownText(content),
    `\`${program}\``,
    markdownText(how),
  ]);
  const one = command.replace(/ --tables [\d,]+/, '').replace('--out results', '--tables 8 --out table-08');
  return [
    `## ${outputs.title}`,
    outputs.whole,
    code(command),
    outputs.one,
    code(one),
    outputs.oneNote,
    grid(outputs.head, rows),
  ];
}

function references({ results, lang }: PackageInput): string[] {
  const { references } = messages(lang).packaging;
  return [`## ${references.title}`, bullets(references.rows(results.manifest.version))];
}
