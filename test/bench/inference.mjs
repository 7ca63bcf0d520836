// `npm run bench -- inference`: each kind of inference over every cell of the appendix, in worker threads, and in one
// thread beside it in the same run. BENCH_RUNS repetitions (default 3), median.
import {
  buildPanel,
  cellSpecification,
  defaultSpecification,
  demoFolder,
  fullInference,
  infer,
  inThisThread,
  inWorkers,
  readDataFolder,
  replicate,
} from '../../dist/analysis/index.js';
import { availableParallelism } from 'node:os';

const none = defaultSpecification.inference;
const full = fullInference(defaultSpecification).inference;
const kinds = {
  'wild cluster bootstrap, 9,999 draws (limit 10 s)': { bootstrap: full.bootstrap },
  'Romano-Wolf over all cells, 999 resamples (limit 20 s)': { resamples: full.resamples },
  'who is a user, 999 permutations': { randomization: full.randomization },
  'placebos of peers and staffing, 199 draws each': { placebo: full.placebo },
  'rivals: unit effects, logit': { rivals: true },
  'non-response: weights, bounds': { nonResponse: true },
  everything: full,
};

const panel = buildPanel(readDataFolder(demoFolder()));
const tables = Array.from({ length: 16 }, (_, i) => i + 2);
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function seconds(run, inference) {
  const family = 'resamples' in inference ? 'all' : 'table';
  const spec = { ...defaultSpecification, multiplicity: { family }, inference: { ...none, ...inference } };
  const estimates = replicate(panel, spec, tables);
  const start = performance.now();
  await infer(estimates, run, { spec, specOf: (e) => cellSpecification(e, spec) });
  return (performance.now() - start) / 1000;
}

export async function main() {
  const workers = availableParallelism();
  const runs = Number(process.env.BENCH_RUNS ?? 3);
  console.log(`node ${process.version}, ${workers} workers, median of ${runs} runs\n`);
  console.log(['seconds'.padEnd(58), 'workers', 'one thread', 'ratio'].join('  '));
  for (const [name, inference] of Object.entries(kinds)) {
    const many = [];
    const one = [];
    for (let r = 0; r < runs; r++) {
      many.push(await seconds(inWorkers(panel, workers), inference));
      one.push(await seconds(inThisThread(panel), inference));
    }
    const [m, o] = [median(many), median(one)];
    const cells = [m.toFixed(2).padStart(7), o.toFixed(2).padStart(10), (o / m).toFixed(1).padStart(5)];
    console.log([name.padEnd(58), ...cells].join('  '));
  }
  console.log(`\npeak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
}
