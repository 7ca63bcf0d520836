import { messages, type Lang } from '../locales/language.js';
import { writeCells } from './cells.js';

const LIBRARY = `'oppna-jamforelser'`;
const HELPERS = `'oppna-jamforelser/notebook'`;

/** A notebook to begin with: it runs as it is, on the demo data. */
export function template(name: string, lang: Lang): string {
  const { template: said } = messages(lang).notebook;
  return writeCells([
    { kind: 'markdown', title: '', source: `# ${name}\n\n${said.intro}` },
    {
      kind: 'code',
      title: said.data,
      source: `import { buildPanel, defaultSpecification, demoFolder, readDataFolder, replicate } from ${LIBRARY}
import { display, marks, table } from ${HELPERS}

const panel = buildPanel(readDataFolder(demoFolder()))
table([{ ${said.units}: panel.units.length, ${said.years}: panel.years.join(', ') }], { title: '${said.data}' })`,
    },
    { kind: 'markdown', title: '', source: said.text },
    {
      kind: 'code',
      title: said.table,
      source: `const estimates = replicate(panel, defaultSpecification, [8])
display(estimates.length)
marks(estimates, { panel })`,
    },
  ]);
}
