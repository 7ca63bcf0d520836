import type { outputs as original } from '../sv/outputs.js';

/** Messages of `oj open`, `oj serve` and `oj export`. */
export const outputs: typeof original = {
  opened: 'Opening',
  serving: (folder, url) => `Serving ${folder} at ${url}`,
  nextPort: (busy, port) => `Port ${busy} is busy; taking ${port}.`,
  reports: {
    index: { title: 'Reports', lead: 'All reports that were written in the folder.', head: 'Report' },
    writing: 'Writing the reports',
    written: (written: string, kept: string) => `Wrote ${written} reports; ${kept} were there already`,
  },
  exporting: {
    reading: 'Reading',
    writing: 'Writing the files',
    withheld:
      "Without single units' answers to SKR's survey (user_status, user.*): they are confidential. --reveal includes them.",
  },
  readOnly: 'The page is read again when a file changes. Only this computer can reach it. Stop with Ctrl-C.',
  serve: {
    title: (name) => `${name} – öppna jämförelser`,
    files: 'Files',
    waiting: 'There is no page to show yet. It is shown here once a report is written into the folder.',
    empty: 'The folder is empty.',
    more: (count) => `… and ${count} more files.`,
    frame: 'The report',
    live: 'Read again when a file changes',
    changed: 'Read again',
    lost: 'No contact with oj serve. Showing what was read last.',
    skip: 'Skip to the report',
  },
};
