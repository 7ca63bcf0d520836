import type { Selection } from '../../analyse.js';
import type { Estimate } from '../../estimate.js';
import type { Cell } from '../../models/cell.js';
import type { ModelOptions, OwnModel } from '../../own-models/model.js';
import type { Panel } from '../../panel/panel.js';
import type { Specification } from '../../specification.js';
import type { Bundle } from '../user-code/bundle.js';

/** What a model's thread and the command say to each other. */

/** Given to the thread at its start. */
export type ThreadData = Bundle;

/** What a model says of itself once it is loaded. */
export type Described = Pick<OwnModel, 'id' | 'title' | 'columns' | 'defaults'>;

/** To the thread: run the model. */
export interface RunMessage {
  readonly panel: Panel;
  readonly spec: Specification;
  readonly selection: Selection;
  readonly options: ModelOptions;
  /** Whether the cells are wanted too, for inference. */
  readonly keepCells: boolean;
}

/** From the thread. */
export type ThreadMessage =
  | { readonly kind: 'loaded'; readonly model: Described }
  /** The file holds no model that can be run. */
  | { readonly kind: 'refused'; readonly message: string; readonly stack: string }
  | { readonly kind: 'cell'; readonly estimate: Estimate; readonly cell: Cell | null }
  /** What the model printed. */
  | { readonly kind: 'printed'; readonly text: string }
  /** The stack of an error that the cells tell of in one line. */
  | { readonly kind: 'stack'; readonly text: string }
  | { readonly kind: 'done' };
