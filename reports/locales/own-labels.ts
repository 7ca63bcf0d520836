import { AsyncLocalStorage } from 'node:async_hooks';
import type { Text } from '../../data/codebook/codebook.js';
import type { OwnLabels } from '../../data/records.js';

/** The words of a run's own data (`manifest.labels`), by what they are of. */
interface Words {
  readonly grouping: ReadonlyMap<string, Text>;
  readonly definite: ReadonlyMap<string, Text>;
  readonly area: ReadonlyMap<string, Text>;
  readonly indicator: ReadonlyMap<string, Text>;
  readonly measure: ReadonlyMap<string, Text>;
  readonly covariate: ReadonlyMap<string, Text>;
  readonly group: ReadonlyMap<string, Text>;
}

/**
 * A label is looked up in a hundred places of a report, each of which knows an id and a language. They see the words of
 * the run that is being rendered, also behind an `await`; two reports at once never see each other's.
 */
const scope = new AsyncLocalStorage<Words | null>();

/** What `render` makes where the labels are those of the run; without labels, of no run around it either. */
export const withLabels = <T>(labels: OwnLabels | undefined, render: () => T): T =>
  scope.run(labels ? wordsOf(labels) : null, render);

/** The data's own word for an id in the run that is rendered; undefined where it has none. */
export const ownWord = (of: keyof Words, id: string): Text | undefined => scope.getStore()?.[of].get(id);

function wordsOf({ groupings, areas, texts }: OwnLabels): Words {
  const ofKind = (kind: OwnLabels['texts'][number]['kind']) =>
    new Map(texts.filter((t) => t.kind === kind).map((t) => [t.id, t.label]));
  return {
    grouping: new Map(groupings.map((g) => [g.grouping, g.label])),
    definite: new Map(groupings.map((g) => [g.grouping, g.definite])),
    area: new Map(areas.map((a) => [a.area, a.label])),
    indicator: ofKind('indicator'),
    measure: ofKind('measure'),
    covariate: ofKind('covariate'),
    group: ofKind('group'),
  };
}
