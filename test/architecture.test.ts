import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const sources = ['data', 'analysis', 'reports'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((f) => f.endsWith('.ts'))
    .map((f) => join(folder, f).replaceAll('\\', '/')),
);

interface Import {
  readonly from: string;
  /** A path from the root without its ending, or a package. */
  readonly to: string;
  readonly typeOnly: boolean;
}

const imports: Import[] = sources.flatMap((from) => {
  const text = readFileSync(join(root, from), 'utf8');
  const found = text.matchAll(
    /(?:^|\n)\s*(import|export)\s+(type\s+)?[^'";]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)|^import\s+'([^']+)'|\bresolve\([`'](@[^`'$]+)/g,
  );
  return [...found].map((m) => {
    const target = (m[3] ?? m[4] ?? m[5] ?? m[6])!;
    const to = target.startsWith('.')
      ? relative(root, join(root, dirname(from), target))
          .replaceAll('\\', '/')
          .replace(/\.js$/, '')
      : target;
    return { from, to, typeOnly: m[2] !== undefined };
  });
});

const within = (path: string, ...folders: string[]) =>
  folders.some((f) => path === f || path.startsWith(`${f}/`));
const isProject = (to: string) => within(to, 'data', 'analysis', 'reports', 'test');
const show = (list: readonly Import[]) => list.map((i) => `${i.from} -> ${i.to}`);

describe('the import rules of the design', () => {
  test('see the imports of the project', () => {
    expect(imports.length).toBeGreaterThan(100);
    expect(show(imports)).toContain('analysis/models/users.ts -> analysis/stats/index');
  });

  test('stats imports nothing of the project but itself', () => {
    const wrong = imports.filter(
      (i) => within(i.from, 'analysis/stats') && isProject(i.to) && !within(i.to, 'analysis/stats'),
    );
    expect(show(wrong)).toEqual([]);
  });

  test('models import panel, stats, the shared records and nothing that reads, runs or draws', () => {
    const allowed = [
      'analysis/models',
      'analysis/panel',
      'analysis/stats',
      'analysis/estimate',
      'analysis/marks',
      'analysis/specification',
      'data/records',
      'data/codebook',
    ];
    const wrong = imports.filter(
      (i) => within(i.from, 'analysis/models') && isProject(i.to) && !within(i.to, ...allowed),
    );
    expect(show(wrong)).toEqual([]);
  });

  test('panel imports no models', () => {
    const wrong = imports.filter(
      (i) => within(i.from, 'analysis/panel') && within(i.to, 'analysis/models', 'reports'),
    );
    expect(show(wrong)).toEqual([]);
  });

  test('reports never estimate: no import of models, statistics or panel', () => {
    const wrong = imports.filter(
      (i) =>
        within(i.from, 'reports') &&
        within(i.to, 'analysis/models', 'analysis/stats', 'analysis/panel', 'analysis/replicate'),
    );
    expect(show(wrong.filter((i) => !i.typeOnly))).toEqual([]);
  });

  test('readers build records: no import of analysis or reports', () => {
    const wrong = imports.filter(
      (i) => within(i.from, 'data/readers') && within(i.to, 'analysis', 'reports'),
    );
    expect(show(wrong)).toEqual([]);
  });

  test('only readers, the codebook, the demo writer, the report writer and the command touch files or the network', () => {
    const outside = [
      'node:fs',
      'node:fs/promises',
      'node:http',
      'node:https',
      'node:net',
      'node:child_process',
    ];
    const may = ['data', 'reports/write.ts', 'analysis/command', 'analysis/cli.ts'];
    const wrong = imports.filter((i) => outside.includes(i.to) && !within(i.from, ...may));
    expect(show(wrong)).toEqual([]);
  });

  test('clock and chance are passed in: neither is called outside the command', () => {
    const wrong = sources
      .filter((f) => !within(f, 'analysis/command'))
      .filter((f) =>
        /Math\.random\(|Date\.now\(|new Date\(\)|performance\.now\(/.test(
          readFileSync(join(root, f), 'utf8'),
        ),
      );
    expect(wrong).toEqual([]);
  });

  test('only marks.ts knows the significance levels', () => {
    const wrong = sources
      .filter((f) => within(f, 'analysis') && f !== 'analysis/marks.ts')
      .filter((f) => /\bp\w*\s*<=?\s*0?\.(05|1)\b/.test(readFileSync(join(root, f), 'utf8')));
    expect(wrong).toEqual([]);
  });

  test('the packages that are used are declared', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      dependencies: object;
    };
    const used = new Set(
      imports
        .map((i) => i.to)
        .filter((to) => !isProject(to) && !to.startsWith('node:'))
        .map((to) =>
          to
            .split('/')
            .slice(0, to.startsWith('@') ? 2 : 1)
            .join('/'),
        ),
    );
    expect([...used].filter((name) => !(name in dependencies))).toEqual([]);
    expect(Object.keys(dependencies).filter((name) => !used.has(name))).toEqual([]);
  });
});
