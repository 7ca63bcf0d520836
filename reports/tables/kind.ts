import { type Estimate, isOwnModel, type Model } from '../../analysis/estimate.js';
import type { ModelRecord } from '../../analysis/results.js';
import { publishedTables, type PublishedTable } from '../../data/codebook/published.js';

const models: readonly Model[] = ['users', 'anova', 'peers', 'staffing', 'event-study'];

/** The estimates of one table of marks, and the published table where it is one of the appendix. */
export interface TableEstimates {
  readonly table: number | string;
  readonly model: Model;
  /** `users`, `anova`, `peers`, `staffing:alla`, `staffing:demens`; `own` for a user's own model. */
  readonly kind: string;
  readonly area: string | null;
  readonly published: PublishedTable | null;
  /** The user's own model that the table is of. */
  readonly own: ModelRecord | null;
  readonly estimates: readonly Estimate[];
}

/**
 * The estimates of models that make tables of marks, table by table: the appendix's 2-17 in its order, then the
 * others as they first appear. Trends, composition and fits are shown in other forms.
 */
export function tablesOf(estimates: readonly Estimate[], own: readonly ModelRecord[] = []): TableEstimates[] {
  const found = new Map<number | string, Estimate[]>();
  for (const e of estimates) {
    if (e.table === null || e.column === null || !isShown(e.model)) continue;
    const list = found.get(e.table);
    if (list) list.push(e);
    else found.set(e.table, [e]);
  }
  return [...found]
    .sort(([a], [b]) => order(a) - order(b))
    .map(([table, list]) => {
      const published = publishedTables().find((p) => p.table === table) ?? null;
      const { model, area } = list[0]!;
      return {
        table,
        model,
        kind: isOwnModel(model) ? 'own' : kindOf(published, table, model),
        area,
        published,
        own: isOwnModel(model) ? recordOf(model, own) : null,
        estimates: list,
      };
    });
}

const isShown = (model: Model): boolean => models.includes(model) || isOwnModel(model);

/** What the manifest says of a model; its name alone where it says nothing. */
function recordOf(model: Model, own: readonly ModelRecord[]): ModelRecord {
  const id = model.slice('own:'.length);
  const title = { sv: id, en: id };
  return own.find((record) => record.id === id) ?? { id, title, columns: {}, options: {}, files: [] };
}

const order = (table: number | string): number => (typeof table === 'number' ? table : Infinity);

function kindOf(published: PublishedTable | null, table: number | string, model: Model): string {
  const name = published?.kind ?? String(table);
  if (model !== 'staffing') return model;
  return name.includes('demens') ? 'staffing:demens' : name.includes('alla') ? 'staffing:alla' : 'staffing';
}
