import { parse, type ParserOptions } from '@babel/parser';
import { type Cell, type Fault, isMarker, linesOf, splitCells } from './cells.js';

/** A statement at the top of the module; positions are offsets in `ParsedNotebook.text`. */
export interface Statement {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly lastLine: number;
  /** An expression without a semicolon: what is shown where it ends a cell. */
  readonly isShown: boolean;
}

/** A piece of code with a colour of its own. */
export interface Token {
  readonly kind: 'comment' | 'string' | 'number' | 'keyword';
  readonly start: number;
  readonly end: number;
}

export interface ParsedNotebook {
  /** The file with `\n` alone between its lines. */
  readonly text: string;
  readonly cells: readonly Cell[];
  readonly statements: readonly Statement[];
  /** In the order of the text; empty where it is not TypeScript. */
  readonly tokens: readonly Token[];
  /** The first thing that is wrong; null where the notebook can be run. */
  readonly fault: Fault | null;
}

const options: ParserOptions = { sourceType: 'module', plugins: ['typescript'], tokens: true };

/** Reads a notebook: its cells, and what its code is made of. Whatever the text is, it has cells. */
export function parseNotebook(source: string): ParsedNotebook {
  const lines = linesOf(source);
  const text = lines.join('\n');
  const code = parseCode(text);
  if ('fault' in code) {
    const markers = lines.flatMap((line, i) => (isMarker(line) ? [i + 1] : []));
    return { text, ...splitCells(lines, markers), statements: [], tokens: [], fault: code.fault };
  }
  const { cells, faults } = splitCells(lines, code.markers);
  const within = code.markers.find((marker) =>
    code.statements.some(({ line, lastLine }) => line < marker && marker <= lastLine),
  );
  if (within !== undefined)
    faults.push({
      said: 'a cell begins within a statement; expected // %% between two statements; close the brackets before it',
      line: within,
      column: 1,
    });
  const [fault = null] = faults.sort((a, b) => a.line - b.line);
  return { text, cells, statements: code.statements, tokens: code.tokens, fault };
}

interface Code {
  readonly statements: readonly Statement[];
  readonly tokens: readonly Token[];
  readonly markers: readonly number[];
}

function parseCode(text: string): Code | { readonly fault: Fault } {
  try {
    const { program, tokens, comments } = parse(text, options);
    // A text that stands first in a file is a directive to the parser, and an expression to whoever wrote it.
    const body = [...program.directives, ...program.body].sort((a, b) => a.start! - b.start!);
    return {
      statements: body.map((node) => ({
        start: node.start!,
        end: node.end!,
        line: node.loc!.start.line,
        lastLine: node.loc!.end.line,
        isShown: /^(ExpressionStatement|Directive)$/.test(node.type) && text[node.end! - 1] !== ';',
      })),
      tokens: ((tokens ?? []) as readonly BabelToken[]).flatMap(coloured),
      markers: (comments ?? [])
        .filter((c) => c.type === 'CommentLine' && c.loc!.start.column === 0 && isMarker(`//${c.value}`))
        .map((c) => c.loc!.start.line),
    };
  } catch (error) {
    const { loc, message } = error as { loc?: { line: number; column: number }; message: string };
    if (!loc) throw error;
    const said = message.replace(/ \(\d+:\d+\)$/, '').replace(/\s+/g, ' ');
    return { fault: { said, line: loc.line, column: loc.column + 1 } };
  }
}

interface BabelToken {
  readonly type: string | { readonly label: string; readonly keyword?: string };
  readonly value?: unknown;
  readonly start: number;
  readonly end: number;
}

/** Words that the parser takes for names, and a reader for keywords. */
const WORDS = /^(async|await|as|from|of|type|interface|satisfies|let|static|readonly)$/;

function coloured({ type, value, start, end }: BabelToken): Token[] {
  const kind =
    typeof type === 'string'
      ? 'comment'
      : type.keyword !== undefined || (type.label === 'name' && WORDS.test(String(value)))
        ? 'keyword'
        : type.label === 'num' || type.label === 'bigint'
          ? 'number'
          : /^(string|template|regexp|`)/.test(type.label)
            ? 'string'
            : null;
  return kind === null ? [] : [{ kind, start, end }];
}
