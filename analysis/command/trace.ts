import { traceAnswer } from '../../data/imports/trace.js';
import { readRawFolder } from '../../data/imports/raw-folder.js';
import { demoFolder } from '../../data/location.js';
import { readDataFolder } from '../../data/readers/canonical.js';
import type { CommonOptions } from '../cli.js';
import { printJson } from './run.js';

/** `oj explain --raw 0114 2018 eb-audit`: the file, sheet and cell, or the request, that one answer comes from. */
export async function traceCommand(
  unit: string,
  year: string,
  indicator: string,
  { data = demoFolder(), json, lang }: CommonOptions,
): Promise<void> {
  // What cannot be read as data has errors of its own to tell first.
  const { synthetic } = readDataFolder(data);
  const trace = traceAnswer(readRawFolder(data), unit, year, indicator);
  if (json) return printJson({ synthetic, ...trace });
  const { traceText } = await import('../../reports/trace.js');
  process.stdout.write(traceText(trace, synthetic, lang));
}
