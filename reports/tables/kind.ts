import type { Estimate, Model } from '../../analysis/estimate.js';
import { publishedTables, type PublishedTable } from '../../data/codebook/published.js';

const models: readonly Model[] = ['users', 'anova', 'peers', 'staffing', 'event-study'];

/** The estimates of one table of marks, and the published table where it is one of the appendix. */
export interface TableEstimates {
  readonly table: number | string;
  readonly model: Model;
  /** `users`, `anova`, `peers`, `staffing:alla`, `staffing:demens`. */
  readonly kind: string;
  readonly area: string | null;
  readonly published: PublishedTable | null;
  readonly estimates: readonly Estimate[];
}

/**
 * The estimates of models that make tables of marks, table by table: the appendix's 2-17 in its order, then the
 * others as they first appear. Trends, composition and fits are shown in other forms.
 */
export function tablesOf(estimates: readonly Estimate[]): TableEstimates[] {
  const found = new Map<number | string, Estimate[]>();
  for (const e of estimates) {
    if (e.table === null || e.column === null || !models.includes(e.model)) continue;
    const list = found.get(e.table);
    if (list) list.push(e);
    else found.set(e.table, [e]);
  }
  return [...found]
    .sort(([a], [b]) => order(a) - order(b))
    .map(([table, list]) => {
      const published = publishedTables().find((p) => p.table === table) ?? null;
      const { model, area } = list[0]!;
      return { table, model, kind: kindOf(published, table, model), area, published, estimates: list };
    });
}

const order = (table: number | string): number => (typeof table === 'number' ? table : Infinity);

function kindOf(published: PublishedTable | null, table: number | string, model: Model): string {
  const name = published?.kind ?? String(table);
  if (model !== 'staffing') return model;
  return name.includes('demens') ? 'staffing:demens' : name.includes('alla') ? 'staffing:alla' : 'staffing';
}
