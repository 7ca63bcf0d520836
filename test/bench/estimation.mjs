// Times the estimation alone, in a process of its own: data read, nothing drawn.
// `cells`: the appendix. `every`: every analysis over every indicator of the panel.
import {
  analyse,
  buildPanel,
  defaultSpecification,
  demoFolder,
  readDataFolder,
  replicate,
} from '../../dist/analysis/index.js';

const panel = buildPanel(readDataFolder(demoFolder()));
const tables = Array.from({ length: 16 }, (_, i) => i + 2);
const jobs = {
  cells: () => replicate(panel, defaultSpecification, tables),
  every: () =>
    ['users', 'anova', 'peers', 'staffing'].flatMap((name) => analyse(panel, defaultSpecification, name, {})),
};
const timed = () => {
  const start = performance.now();
  const estimates = jobs[process.argv[2]]();
  return { seconds: (performance.now() - start) / 1000, estimates };
};
const { seconds: cold, estimates } = timed();
const warm = Math.min(...Array.from({ length: 5 }, () => timed().seconds));
const anovas = estimates.filter((e) => e.model === 'anova').length;
console.log(
  JSON.stringify({ cells: estimates.length, regressions: estimates.length - anovas, anovas, cold, warm }),
);
