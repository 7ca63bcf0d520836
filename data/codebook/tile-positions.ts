import { codebookRows } from './codebook-rows.js';

/** A tile of a map: one county or one municipality group, at a place of a grid of columns and rows. */
export interface Tile {
  readonly code: string;
  /** As in `municipalities.csv`: `Skåne län`, `Landsbygdskommun`. */
  readonly name: string;
  readonly short: string;
  readonly column: number;
  readonly row: number;
}

/** The groupings that have a map of tiles. */
export type TileKind = 'lan' | 'kommungrupp';
const kinds: readonly TileKind[] = ['lan', 'kommungrupp'];

/** Whether a map can be drawn of a grouping at all. */
export const isTileKind = (grouping: string): grouping is TileKind => kinds.some((kind) => kind === grouping);

let cached: Readonly<Record<TileKind, readonly Tile[]>> | undefined;

/** The tiles of a map (`tile-positions.csv`), read once; counties lie as in Sweden, groups in SKR's order. */
export function tiles(kind: TileKind): readonly Tile[] {
  cached ??= { lan: tilesOf('lan'), kommungrupp: tilesOf('kommungrupp') };
  return cached[kind];
}

const tilesOf = (kind: TileKind): Tile[] =>
  codebookRows('tile-positions.csv').flatMap((row) => {
    if (row['kind'] !== kind) return [];
    const { code, name, short } = row as Record<'code' | 'name' | 'short', string>;
    return [{ code, name, short, column: Number(row['column']), row: Number(row['row']) }];
  });

/** The tile of a group as data name it, by name or code; null where the codebook does not know it. */
export const tileOf = (kind: TileKind, group: string): Tile | null =>
  tiles(kind).find((t) => t.name === group || t.code === group) ?? null;
