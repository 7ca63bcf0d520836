import { UsageError } from '../../data/problems.js';

const KINDS = ['iid', 'HC0', 'HC1', 'HC2', 'HC3', 'HC4'] as const;
const CLUSTERED = { cluster: 'CR1', CR2: 'CR2', CR3: 'CR3', CV3: 'CV3' } as const;

/** A covariance as the command names it: of independent rows, or by clusters. */
export type ParsedVcov =
  | { readonly kind: (typeof KINDS)[number] }
  | {
      readonly kind: 'cluster';
      readonly type: (typeof CLUSTERED)[keyof typeof CLUSTERED];
      readonly columns: readonly string[];
    };

/** The columns of `cluster:a+b`, `CR2:a`; none for the other kinds. Throws a UsageError for a kind that does not exist. */
export function clusterColumns(vcov: string): string[] {
  const parsed = parseVcov(vcov);
  return parsed.kind === 'cluster' ? [...parsed.columns] : [];
}

/**
 * Reads `HC1`, `cluster:a+b`, `CR2:a`. Throws a UsageError for a kind that does not exist, and for degrees of freedom
 * that it does not have.
 */
export function parseVcov(vcov: string, df?: 'satterthwaite' | 'cluster'): ParsedVcov {
  const parsed = parseKind(vcov);
  const chooses = parsed.kind === 'cluster' && parsed.type !== 'CR1';
  if (df !== undefined && !chooses) {
    throw new UsageError(
      `--df ${df}: found --vcov ${vcov}, whose degrees of freedom are given; expected CR2:COLUMN, CR3:COLUMN or CV3:COLUMN`,
    );
  }
  return parsed;
}

/** A covariance that a likelihood has. */
export type LikelihoodKind =
  { readonly kind: 'iid' | 'HC0' | 'HC1' } | { readonly kind: 'cluster'; readonly column: string };

/** Reads `iid`, `HC0`, `HC1` and `cluster:a`, and throws a UsageError for the rest. */
export function parseLikelihoodVcov(vcov: string, link: string): LikelihoodKind {
  const parsed = parseKind(vcov);
  if (parsed.kind === 'cluster') {
    const [column, ...more] = parsed.columns;
    if (column !== undefined && more.length === 0 && parsed.type === 'CR1')
      return { kind: 'cluster', column };
  } else if (parsed.kind === 'iid' || parsed.kind === 'HC0' || parsed.kind === 'HC1') {
    return { kind: parsed.kind };
  }
  throw new UsageError(
    `--link ${link}: found --vcov ${vcov}; expected iid, HC0, HC1 or cluster:COLUMN, of one column`,
  );
}

function parseKind(vcov: string): ParsedVcov {
  const independent = KINDS.find((kind) => kind === vcov);
  if (independent) return { kind: independent };
  const [, kind = '', list = ''] = /^(\w+):(.*)$/s.exec(vcov) ?? [];
  const columns = list.split('+').map((column) => column.trim());
  const known = Object.hasOwn(CLUSTERED, kind) && columns.every(Boolean);
  const several = columns.length > 1 && kind !== 'cluster';
  if (known && !several) return { kind: 'cluster', type: CLUSTERED[kind as keyof typeof CLUSTERED], columns };
  throw new UsageError(
    `--vcov: found "${vcov}"; expected ${KINDS.join(', ')}, cluster:COLUMN or cluster:COLUMN+COLUMN (any number), ` +
      'or one column: CR2:COLUMN, CR3:COLUMN, CV3:COLUMN',
  );
}
