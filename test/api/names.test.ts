import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { root } from '../docs/root.js';

interface Entry {
  readonly types: string;
  readonly default: string;
}

const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  exports: Record<string, Entry | string>;
};
const entries = Object.entries(exports).flatMap(([path, entry]) =>
  typeof entry === 'string' ? [] : [{ path, name: path === '.' ? 'index' : path.slice(2), entry }],
);

/** The exported names of a module, `function buildPanel`, those of namespaces after their dot, in order. */
function exported(checker: ts.TypeChecker, module: ts.Symbol, prefix = ''): string[] {
  return checker.getExportsOfModule(module).flatMap((found) => {
    const symbol = found.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(found) : found;
    const name = prefix + found.name;
    if (symbol.flags & ts.SymbolFlags.ValueModule)
      return [`namespace ${name}`, ...exported(checker, symbol, `${name}.`)];
    return [`${kindOf(checker, symbol)} ${name}`];
  });
}

/** What a name is; a constant that can be called is a function. */
function kindOf(checker: ts.TypeChecker, symbol: ts.Symbol): string {
  if (symbol.flags & ts.SymbolFlags.Variable)
    return checker.getTypeOfSymbol(symbol).getCallSignatures().length > 0 ? 'function' : 'const';
  return kinds.find(([flag]) => symbol.flags & flag)?.[1] ?? 'unknown';
}

const kinds = [
  [ts.SymbolFlags.Function, 'function'],
  [ts.SymbolFlags.Class, 'class'],
  [ts.SymbolFlags.Interface, 'interface'],
  [ts.SymbolFlags.TypeAlias, 'type'],
] as const;

const isValue = (line: string) => /^(function|class|const|namespace) [^.]+$/.test(line);
const nameOf = (line: string) => line.split(' ')[1]!;

// A change of these lists is a change of the public interface: CHANGELOG.md says what that means for the version.
// `npx vitest run --project unit test/api -u` writes them anew.
describe.each(entries)('the entry point $path', ({ name, entry }) => {
  const program = ts.createProgram([join(root, entry.types)], {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    skipLibCheck: true,
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(join(root, entry.types))!;
  const names = exported(checker, checker.getSymbolAtLocation(source)!).sort((a, b) =>
    nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : a < b ? -1 : 1,
  );

  test('exports the names of its list, and no others', async () => {
    await expect(`${names.join('\n')}\n`).toMatchFileSnapshot(`${name.replace('/', '-')}.txt`);
    expect(names.filter((line) => line.startsWith('unknown'))).toEqual([]);
  });

  test('has the values that its types say', async () => {
    const module = (await import(join(root, entry.default))) as object;
    expect(Object.keys(module).sort()).toEqual(names.filter(isValue).map(nameOf).sort());
  });
});
