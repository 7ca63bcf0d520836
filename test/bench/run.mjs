// `npm run bench`: speed and memory of the built package on the demo data, and against R where R is installed.
// Whole processes are run several times and their median is told; the peer runs right beside, so that the
// ratio holds on any machine. Nothing here is a test: a slow machine fails nothing.
// `npm run bench -- size` simulates the size and power of the tests, `-- inference` times the inference, `-- import` reads a large
// workbook, `-- kolada` 10,000 answers, `-- page` the report's page in a slowed browser, `-- notebooks` runs and watches notebooks.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Loaded one by one, so that none adds to the memory of another.
const others = ['size', 'inference', 'import', 'kolada', 'page', 'notebooks'];
if (others.includes(process.argv[2])) {
  const { main } = await import(`./${process.argv[2]}.mjs`);
  await main();
  process.exit();
}

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const cli = join(root, 'dist', 'analysis', 'cli.js');
const runs = Number(process.env.BENCH_RUNS ?? 5);
const scratch = mkdtempSync(join(tmpdir(), 'oj-bench-'));

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const line = (name, ...cells) => console.log([name.padEnd(58), ...cells].join('  '));
const seconds = (s) => `${s.toFixed(2)} s`.padStart(8);

/** Wall time and peak memory of a node process; its own report of memory comes by a hook at its exit. */
function measure(args) {
  const hook =
    'data:text/javascript,process.on("exit",()=>process.stderr.write("\\npeak "+process.resourceUsage().maxRSS))';
  const samples = Array.from({ length: runs + 1 }, () => {
    const start = performance.now();
    const run = spawnSync(process.execPath, ['--import', hook, ...args], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    const wall = (performance.now() - start) / 1000;
    if (run.status !== 0) throw new Error(`${args.join(' ')}: exit ${run.status}\n${run.stderr}`);
    return { wall, megabytes: Number(/peak (\d+)\s*$/.exec(run.stderr)?.[1]) / 1024, stdout: run.stdout };
  }).slice(1);
  return {
    wall: median(samples.map((s) => s.wall)),
    megabytes: median(samples.map((s) => s.megabytes)),
    stdout: samples.at(-1).stdout,
  };
}

try {
  console.log(`node ${process.version}, median of ${runs} runs after one warm-up\n`);

  const whole = measure([cli, 'replicate', '--out', join(scratch, 'out')]);
  line(
    'oj replicate, start to written results (limit 3 s, 300 MB)',
    seconds(whole.wall),
    `${whole.megabytes.toFixed(0)} MB`,
  );

  const all = measure([
    cli,
    'report',
    join(scratch, 'out'),
    '--format',
    'all',
    '--out',
    join(scratch, 'all'),
  ]);
  line('oj report --format all (limit 10 s, 600 MB)', seconds(all.wall), `${all.megabytes.toFixed(0)} MB`);

  const help = measure([cli, '--help']);
  line('oj --help (limit 0.3 s)', seconds(help.wall), `${help.megabytes.toFixed(0)} MB`);

  const own = measure([join(here, 'estimation.mjs'), 'cells']);
  const { cells, cold, warm } = JSON.parse(own.stdout);
  line(`estimation of the ${cells} cells, first time in the process (limit 0.3 s)`, seconds(cold));
  line('the same once the process is warm', seconds(warm));

  const r = spawnSync(
    'Rscript',
    [
      join(root, 'test', 'reference', 'appendix.R'),
      join(root, 'data', 'demo'),
      join(root, 'data', 'codebook'),
      join(scratch, 'r.json'),
    ],
    { encoding: 'utf8' },
  );
  if (r.error || r.status !== 0)
    console.log('\nR with sandwich and jsonlite is not installed here: no comparison');
  else {
    const spent = Number(/estimation ([\d.]+) s/.exec(r.stdout)[1]);
    line('the same cells by R: lm, aov, sandwich (time in the estimators alone)', seconds(spent));
    line(
      '  R / oj, first time in the process (oj also builds outcomes, permutes)',
      `${(spent / cold).toFixed(0)} times`,
    );
    line('  R / oj, warm', `${(spent / warm).toFixed(0)} times`);
  }

  const every = JSON.parse(measure([join(here, 'estimation.mjs'), 'every']).stdout);
  line(
    `users, anova, peers, staffing over every indicator: ${every.regressions} regressions, ${every.anovas} anovas`,
    seconds(every.cold),
  );
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
