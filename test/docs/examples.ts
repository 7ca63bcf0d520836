import { filesOf, textOf } from './root.js';

/** A fenced block of a document or docstring. */
export interface Example {
  /** The file from the root, and the line on which the block's text begins. */
  readonly file: string;
  readonly line: number;
  /** What follows the fence, `ts`. */
  readonly lang: string;
  readonly text: string;
}

/** Every fenced block of every Markdown file. */
export const markdownExamples = (): Example[] =>
  filesOf('', '.md').flatMap((file) => fences(file, textOf(file).split('\n'), 1));

/** A docstring with its stars taken away, and the line on which it begins. */
export interface Docstring {
  readonly file: string;
  readonly line: number;
  readonly lines: readonly string[];
}

/** Every docstring of the sources. */
export const docstrings = (): Docstring[] =>
  ['analysis', 'data', 'reports'].flatMap((folder) => filesOf(folder, '.ts')).flatMap(docstringsOf);

/** Every fenced block below an `@example` in the sources. */
export const docstringExamples = (): Example[] => docstrings().flatMap(inExamples);

/** Places of `@example` that are followed by no fenced block: their text is neither run nor drawn as code. */
export const unfencedExamples = (): string[] =>
  docstrings().flatMap(({ file, line, lines }) =>
    lines.flatMap((text, i) =>
      text.startsWith('@example') && !/^```\w+$/.test(lines[i + 1] ?? '') ? [`${file}:${line + i}`] : [],
    ),
  );

function inExamples({ file, line, lines }: Docstring): Example[] {
  const starts = lines.flatMap((text, i) => (text.startsWith('@example') ? [i] : []));
  return starts.flatMap((start) => {
    const next = lines.findIndex((text, i) => i > start && /^@\w/.test(text));
    const end = next < 0 ? lines.length : next;
    return fences(file, lines.slice(start + 1, end), line + start + 1);
  });
}

function docstringsOf(file: string): Docstring[] {
  const text = textOf(file);
  return [...text.matchAll(/\/\*\*[\s\S]*?\*\//g)].map((m) => ({
    file,
    line: text.slice(0, m.index).split('\n').length,
    lines: m[0].split('\n').map((line) => line.replace(/^\s*\/?\*+\/?\s?/, '').replace(/\s*\*\/$/, '')),
  }));
}

function fences(file: string, lines: readonly string[], first: number): Example[] {
  const found: Example[] = [];
  let open: { lang: string; at: number } | null = null;
  lines.forEach((line, i) => {
    const fence = /^\s*```(.*)$/.exec(line);
    if (!fence) return;
    if (!open) open = { lang: fence[1]!.trim(), at: i + 1 };
    else {
      found.push({ file, line: first + open.at, lang: open.lang, text: lines.slice(open.at, i).join('\n') });
      open = null;
    }
  });
  if (open) throw new Error(`${file}: a fenced block without an end`);
  return found;
}
