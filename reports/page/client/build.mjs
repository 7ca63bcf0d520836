// Bundles the pages' scripts into dist/reports/page: client.js of the interactive report, sort.js of pages with tables
// to sort and filter. Each is one module without imports, the same bytes everywhere.
// Part of `npm run build`; the tests' setup calls it too.
import { build } from 'esbuild';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..', '..');

await build({
  absWorkingDir: root,
  entryPoints: {
    client: join('reports', 'page', 'client', 'main.ts'),
    sort: join('reports', 'page', 'client', 'sort.ts'),
  },
  outdir: join('dist', 'reports', 'page'),
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  tsconfig: join(here, 'tsconfig.json'),
  logLevel: 'warning',
});
