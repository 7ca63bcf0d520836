import { existsSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { UsageError } from '../../data/problems.js';
import { modelTemplate } from './own-models/template.js';

/** `oj new model NAME`: a model that runs as it is, to be changed into one's own. */
export function newModelCommand(name: string, { lang }: { readonly lang: 'sv' | 'en' }): void {
  const file = /\.[cm]?[jt]s$/.test(name) ? name : `${name}.ts`;
  const id = basename(file).replace(/\.[cm]?[jt]s$/, '');
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(id))
    throw new UsageError(
      `oj new model: found the name ${JSON.stringify(id.slice(0, 60))}; expected small letters, digits and hyphens, at most 40, beginning with a letter, such as lagged-level`,
    );
  if (existsSync(file))
    throw new UsageError(`${file}: is there already, and is not written over; choose another name`);
  try {
    // `wx`: nobody else's file is written over, either, that came in between.
    writeFileSync(file, modelTemplate(id, lang), { flag: 'wx' });
  } catch (error) {
    throw new UsageError(
      `${file}: cannot be written (${(error as NodeJS.ErrnoException).code}); expected a folder that is there and may be written to`,
    );
  }
  process.stdout.write(`${file}\noj run ${file}\n`);
}
