/** Groups of fewer units than this are not shown by themselves. */
const SMALLEST_SHOWN = 3;

/** How many users and non-users a group has. */
export interface Group {
  readonly level: string;
  /** Users, non-users. */
  readonly counts: readonly number[];
  /** The groups that were put together. */
  readonly pooled?: readonly string[];
}

const size = ({ counts }: Group): number => counts[0]! + counts[1]!;

/**
 * The flags of SKR's survey are confidential, and a group of one unit would tell its flag. Groups of fewer than
 * `SMALLEST_SHOWN` units are shown as one, `övriga`, with the next smallest where they would still be few or where
 * subtraction from the whole would tell the one left out.
 */
export function withoutSmall(groups: readonly Group[]): readonly Group[] {
  const bySize = groups.filter((g) => size(g) > 0).sort((a, b) => size(a) - size(b));
  const few = bySize.filter((g) => size(g) < SMALLEST_SHOWN);
  if (few.length === 0) return groups;
  const total = () => few.reduce((sum, g) => sum + size(g), 0);
  while ((few.length < 2 || total() < SMALLEST_SHOWN) && few.length < bySize.length)
    few.push(bySize[few.length]!);
  const sum = (i: number) => few.reduce((n, g) => n + g.counts[i]!, 0);
  const names = groups.filter((g) => few.includes(g)).map((g) => g.level);
  return [
    ...groups.filter((g) => !few.includes(g)),
    { level: 'övriga', counts: [sum(0), sum(1)], pooled: names },
  ];
}
