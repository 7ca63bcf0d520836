// `npm run bench -- notebooks`: how long all notebooks take, and how soon `oj notebook watch` shows a small one: from its
// start to the first page that the server gives with the cell's value, and from a save to the page with the new one. Beside
// each a process that only loads the library: the peer of the same run. Prints numbers; nothing here fails on a slow machine.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const cli = join(root, 'dist', 'analysis', 'cli.js');
const library = pathToFileURL(join(root, 'dist', 'analysis', 'index.js')).href;
const runs = Number(process.env.BENCH_RUNS ?? 5);

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const line = (name, ms) => console.log(`${name.padEnd(66)}  ${(ms / 1000).toFixed(2).padStart(6)} s`);

function timed(args) {
  const start = performance.now();
  const run = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`${args.join(' ')}: exit ${run.status}\n${run.stderr}`);
  return performance.now() - start;
}

/** A notebook whose one cell shows a number after it has read the demo data. */
const notebook = (number) => `// %% Value
import { buildPanel, demoFolder, readDataFolder } from 'oppna-jamforelser'
const panel = buildPanel(readDataFolder(demoFolder()))
'value ' + ${number} * panel.years.length
`;

/** Polls a page until it has a text. */
async function shown(url, text) {
  for (const limit = performance.now() + 60_000; performance.now() < limit; await wait(10)) {
    const page = await fetch(url).then(
      (r) => r.text(),
      () => '',
    );
    if (page.includes(text)) return performance.now();
  }
  throw new Error(`${url} never had "${text}"`);
}

async function watched(folder) {
  const file = join(folder, 'small.nb.ts');
  writeFileSync(file, notebook(1));
  const start = performance.now();
  const watch = spawn(process.execPath, [cli, 'notebook', 'watch', file, '--port', '0', '--no-open']);
  try {
    const address = await new Promise((done, fail) => {
      let said = '';
      watch.stdout.on('data', (text) => {
        said += text;
        const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(said);
        if (found) done(found[0]);
      });
      watch.once('exit', (code) => fail(new Error(`oj notebook watch ended with ${code}`)));
    });
    const page = `${address}files/small.html`;
    const first = (await shown(page, 'value 5')) - start;
    // The process for the next run loads the library meanwhile, as it does while one writes.
    await wait(2000);
    const saved = performance.now();
    writeFileSync(file, notebook(2));
    return { first, again: (await shown(page, 'value 10')) - saved };
  } finally {
    watch.removeAllListeners('exit').kill('SIGINT');
    await new Promise((done) => watch.once('close', done));
  }
}

export async function main() {
  const folder = mkdtempSync(join(tmpdir(), 'oj-bench-'));
  const loading = ['--input-type=module', '-e', `await import(${JSON.stringify(library)})`];
  const all = [cli, 'notebook', 'run', join(root, 'notebooks'), '--out', join(folder, 'pages')];
  try {
    timed(all);
    const samples = [];
    for (let i = 0; i < runs; i++)
      samples.push({ load: timed(loading), all: timed(all), ...(await watched(folder)) });
    const of = (key) => median(samples.map((s) => s[key]));
    console.log(`node ${process.version}, median of ${runs} runs after one warm-up\n`);
    line('a process that loads the library', of('load'));
    line('oj notebook run, all notebooks (limit 15 s)', of('all'));
    line('oj notebook watch, start to the first page (limit 1.5 s)', of('first'));
    line('oj notebook watch, a save to its page (limit 1 s)', of('again'));
    const ratio = (key) => (of(key) / of('load')).toFixed(1);
    console.log(
      `\nagainst loading the library: ${ratio('all')}, ${ratio('first')} and ${ratio('again')} times`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
