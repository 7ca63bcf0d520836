import { UsageError } from '../../data/problems.js';
import type { Danfo } from './frame.js';

// Not a literal: the package is optional, and need not be there when this one is compiled or bundled.
const NAME: string = 'danfojs-node';

/**
 * danfojs-node, loaded when first asked for.
 * @throws UsageError that says how to install it, where it is not there or does not load.
 */
export async function loadDanfo(): Promise<Danfo> {
  try {
    const module = (await import(NAME)) as { default?: Danfo } & Danfo;
    return module.default ?? module;
  } catch (error) {
    const [first = ''] = (error as Error).message.split('\n');
    throw new UsageError(
      `danfojs-node cannot be loaded (${first}); expected it beside oppna-jamforelser; install it with npm install danfojs-node@1.2.0, after adding to your package.json "overrides": { "xlsx": "npm:@e965/xlsx@0.20.3", "@tensorflow/tfjs-node": "npm:@tensorflow/tfjs@4.22.0" }, or pass your own: toDanfo(rows, danfo)`,
    );
  }
}
