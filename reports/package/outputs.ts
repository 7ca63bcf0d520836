import type { Results } from '../../analysis/results.js';
import { figuresOf } from '../figures/definitions.js';
import { figureTitle } from '../figures/words.js';
import { messages, term, type Lang } from '../locales/language.js';
import { buildTables } from '../tables/build.js';
import { tablesOf } from '../tables/kind.js';
import type { OutputFile } from '../write.js';

/** A row of the list of outputs: the file, what is in it, the source file that makes it, the command. */
export type OutputRow = readonly [file: string, content: string, program: string, command: string];

/** Every file of the run with what is in it and how it is made; files of one figure in one row. */
export function outputRows(results: Results, outputs: readonly OutputFile[], lang: Lang): OutputRow[] {
  const { packaging } = messages(lang);
  const tables = new Map(
    buildTables(results, null, lang).map((table, i) => [
      table.id,
      { title: table.title, of: tablesOf(results.estimates, results.manifest.models)[i]! },
    ]),
  );
  const figures = new Map(figuresOf(results).map((f) => [plain(f.id), figureTitle(f, lang)]));
  const rows = new Map<string, OutputRow>();
  for (const { path } of outputs) {
    const [, folder, name, ending] = /^(?:(\w+)\/)?([^/]+?)\.((?:vl\.)?\w+)$/.exec(path) ?? [];
    const table = folder === 'tables' ? tables.get(name!) : undefined;
    const figure = folder === 'figures' ? figures.get(plain(name!)) : undefined;
    if (table) {
      const number = table.of.published ? String(table.of.table) : null;
      const command = number === null ? 'A' : packaging.outputs.table(number);
      rows.set(path, [
        path,
        table.title,
        table.of.own?.files[0]?.file ?? `analysis/models/${table.of.model}.ts`,
        command,
      ]);
    } else if (figure !== undefined) {
      const key = `figures/${name}`;
      const before = rows.get(key)?.[0];
      const file = before === undefined ? path : `${before}, .${ending}`;
      rows.set(key, [file, figure, 'analysis/models/trends.ts, reports/figures', 'A']);
    } else {
      const known = term(packaging.outputs.files, path);
      rows.set(path, [path, known === path ? packaging.outputs.other : known, 'reports', 'A']);
    }
  }
  return [...rows.values()];
}

/** `bilaga-01` is the file of `bilaga-1`. */
const plain = (id: string): string => id.replace(/-0(\d)$/, '-$1');
