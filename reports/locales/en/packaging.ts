import type { packaging as original } from '../sv/packaging.js';

export const packaging: typeof original = {
  title: 'Replication package: Öppna jämförelser, computed again',
  overview: {
    title: 'Overview',
    what: 'The package computes the statistical appendix of the Swedish National Audit Office’s report RiR 2021:17 from a folder of CSV files: tables 2–17, the figures and every estimate behind them, beside what was published.',
    one: (command) => `Everything in results/ is made by one command: ${command}.`,
    some: (tables) => `The run is limited to these tables: ${tables}.`,
    counts: (estimates, units, years) =>
      `The run gave ${estimates} estimates on ${units} municipalities and city districts, ${years}.`,
    failed: (failed) => `${failed} of them could not be estimated, with the reason beside each.`,
  },
  availability: {
    title: 'Data availability and provenance statements',
    rights: 'Statement about rights',
    rightsSynthetic:
      'The answers, the use of öppna jämförelser and the staffing are simulated: no municipality’s data are handed out. The program’s demo data may be passed on under the MIT licence. Municipality codes, groups and covariates are real, and their producers’ terms hold for them.',
    rightsOwn: 'Whoever hands out the package certifies by ticking:',
    rightsBoxes: [
      'I have the right to use the data that the results rest on.',
      'I have the right to hand out the data that the package holds.',
    ],
    confidential:
      'survey.csv holds single municipalities’ answers to SKR’s survey, and conflicts.csv may. They are confidential: hand them out only under an agreement or after a decision on disclosure.',
    summary: 'Summary of availability',
    all: 'All data that the run reads are provided.',
    none: 'No data are provided, only their checksums in data/SHA256SUMS.',
    obtain:
      'Put the files into data/, with exactly the content that the checksums tell. They are had from whoever made the package, or built again from the sources below: oj fetch kolada, oj import socialstyrelsen and oj import skr.',
    details: 'Details on each data source',
    aboutTitle: (title) => `The folder’s name for itself: ${title}.`,
    said: 'The folder’s owner states:',
    noSources: 'The folder names no sources.',
    imported: 'Files and answers imported into the folder:',
    importedHead: ['Source', 'Kind', 'Read', 'To be cited', 'sha256'],
    producers: 'What the program itself carries in its codebook:',
    producerHead: ['What', 'Producer'],
    producerRows: [
      ['Questions, table rows, years and published marks', 'Riksrevisionen, RiR 2021:17, the appendix'],
      ['Municipality codes, counties, population and ages', 'SCB (Statistics Sweden)'],
      ['Municipality groups of 2017; shares of the member survey of 2019', 'SKR'],
      ['Population classes, rules for publishing shares, city districts', 'Socialstyrelsen'],
      [
        'Ids of indicators; children in economically vulnerable households, crowding, parents’ education',
        'Kolada (RKA)',
      ],
    ],
    notes: 'To know of the data:',
  },
  datasets: {
    title: 'Dataset list',
    head: ['File', 'Content', 'Rows', 'Provided', 'sha256'],
    yes: 'yes',
    no: 'no',
    files: {
      'units.csv': 'municipalities and city districts',
      'indicators.csv': 'indicators',
      'answers.csv': 'answers by unit, year and indicator',
      'survey.csv': 'SKR’s survey: who uses the results',
      'care-units.csv': 'staffing of each unit of care',
      'about.json': 'what the owner says of the folder',
      'sources.json': 'what was imported',
      'origins.csv': 'where each imported row stands in its source',
      'conflicts.csv': 'rows that another source contradicts',
    },
  },
  requirements: {
    title: 'Computational requirements',
    software: 'Software',
    node: (version) => `Node.js ${version} (20.19 or later)`,
    versions: 'The libraries that the run used:',
    nodeNote:
      'Another version of Node.js gives the same numbers, but results.json and the report name the version and then differ in it.',
    randomness: 'Controlled randomness',
    seed: (seed) =>
      `All random numbers follow from the seed ${seed} in specification.json. They are the same on every computer and for any number of threads.`,
    memory: 'Memory and runtime',
    memoryText:
      'An ordinary laptop will do. The time is not recorded, since the same inputs would then not give the same files; it grows with the draws asked for in specification.json.',
  },
  programs: {
    title: 'Description of programs',
    text: (version) =>
      `The package holds no code but reproduce.sh. The program is oppna-jamforelser ${version} (MIT licence), with all its source.`,
    head: ['File of the source', 'What it does'],
    rows: [
      ['data/readers', 'read and check the data folder'],
      ['analysis/panel', 'recode answers into outcomes'],
      ['analysis/models', 'one file for each analysis of the appendix'],
      ['analysis/stats', 'the statistics: regression, covariances, tests'],
      ['analysis/inference', 'bootstrap, permutations and placebos'],
      ['analysis/quality', 'the quality of the data'],
      ['reports', 'tables, figures and the report'],
    ],
  },
  instructions: {
    title: 'Instructions to replicators',
    steps: [
      'Install Node.js.',
      'Unpack the zip file and open a terminal in its folder.',
      'Run sh reproduce.sh. It holds the data against data/SHA256SUMS, moves results/ aside, runs the command below and holds every file against SHA256SUMS.',
    ],
    clone: (example) => `Where the program is a clone on the computer: ${example}.`,
    windows: (command) =>
      `Without sh, as on Windows: ${command}. It runs everything again in a temporary folder and names each file that differs.`,
    exit: 'Exit code 1 of oj replicate means that some cell could not be estimated. It is no error.',
    fixed: 'The clock of the manifest is fixed to the package’s:',
  },
  outputs: {
    title: 'List of tables and figures, and the command behind each',
    whole: 'The command of the whole run, called A below:',
    one: 'One table at a time, here number 8:',
    oneNote:
      'Marks and estimates are then those of A. p-values adjusted over more cells than the table’s, and random numbers drawn for the tables together, belong to A.',
    head: ['Output', 'Content', 'Program', 'Command'],
    table: (number) => `A, or --tables ${number}`,
    files: {
      'results.json': 'manifest, specification, every estimate and the quality of the data',
      'estimates.csv': 'every estimate, one per row',
      'comparison.csv': 'computed and published mark, cell by cell',
      'conclusions.md': 'how far the conclusions carry',
      'report.html': 'the report as a web page',
      'report.pdf': 'the report as PDF',
      'report.docx': 'the report in Word',
      'report.xlsx': 'tables, estimates, codebook and run in Excel',
      'report.tex': 'the report in LaTeX',
      'report.md': 'the report in Markdown',
    },
    other: 'the report in another format',
  },
  references: {
    title: 'References',
    rows: (version) => [
      'Riksrevisionen (2021). Öppna jämförelser i socialtjänsten – begränsat bidrag till god kvalitet. RiR 2021:17.',
      'Riksrevisionen (2021). RiR 2021:17, the appendix Statistisk analys.',
      `oppna-jamforelser, version ${version}. An open reproduction of the statistical appendix of RiR 2021:17.`,
    ],
  },
  written: (files, size) => `Wrote ${files} files, ${size}`,
  verify: {
    sums: (same) => `Files that agree with SHA256SUMS: ${same}`,
    changed: 'changed since the package was made',
    missing: 'is not there',
    unlisted: 'is not in SHA256SUMS',
    again: (same, of) => `Files made anew that are the same: ${same} of ${of}`,
    differs: 'differs from the one made anew',
    notMade: 'is not made by the run',
    lacks: 'is made by the run but not in the package',
    node: (then, now) =>
      `The package was made with Node.js ${then}, made anew with ${now}; the version in the files is the package’s.`,
    good: 'Every byte is the same.',
    bad: (count) => `${count} differences.`,
  },
};
