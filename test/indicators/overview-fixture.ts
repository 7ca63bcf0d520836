import { indicatorCards } from '../../analysis/indicators/index.js';
import { buildPanel } from '../../analysis/panel/panel.js';
import type { Manifest } from '../../analysis/results.js';
import { defaultSpecification as spec } from '../../analysis/specification.js';
import { demoFolder } from '../../data/location.js';
import { readDataFolder } from '../../data/readers/canonical.js';
import type { Block, Document } from '../../reports/document/document.js';
import type { Grid } from '../../reports/tables/table.js';

export const manifest = (synthetic = true): Manifest => ({
  package: 'oppna-jamforelser',
  version: '0.1.0',
  node: 'v20.19.0',
  command: 'oj indikator',
  time: '2021-06-17T12:00:00Z',
  seed: 1,
  synthetic,
  data: { title: 'Demodata', synthetic, notes: [], sources: [] },
  inputs: [{ file: 'answers.csv', sha256: 'ab'.repeat(32), rows: 90_000, delimiter: ',' }],
  warnings: { count: 0, byCode: {} },
  units: 312,
  years: [2016, 2017, 2018, 2019, 2020],
});

/** The cards of the demo data, without a run of the appendix's models. */
export const demoCards = () => indicatorCards(buildPanel(readDataFolder(demoFolder())), spec);

const inside = (block: Block): Block[] =>
  block.kind === 'aside' ? [block, ...block.blocks.flatMap(inside)] : [block];

export const blocksOf = (document: Document): Block[] =>
  document.sections.flatMap((s) => s.blocks.flatMap(inside));

export function gridOf(document: Document, id: string): Grid {
  const found = blocksOf(document).find((b) => b.kind === 'grid' && b.grid.id === id);
  if (found?.kind !== 'grid') throw new Error(`no grid ${id} in ${document.id}`);
  return found.grid;
}

/** Every text of a document that a reader sees. */
export const textsOf = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsOf)
      : [];
