/** What the adapter knows of a data frame of danfojs-node: no more than it uses, so that no types of danfo are needed. */
export interface DanfoFrame {
  readonly columns: readonly string[];
  /** Row by row. */
  readonly values: unknown;
}

/** What the adapter knows of danfojs-node itself; `F` is its DataFrame where its own types are at hand. */
export interface Danfo<F extends DanfoFrame = DanfoFrame> {
  readonly DataFrame: new (data: unknown[][], options: { columns: string[]; dtypes: string[] }) => F;
}

/**
 * danfo makes every column a property of its frame: one named `column`, `sample` or `values`, as members of danfo's own are,
 * would break the frame. Such a name gets an underscore after it, and `ownName` takes it off again; so does `column_`, so
 * that no two names become one.
 */
export const renamed = (name: string, frame: DanfoFrame): string =>
  isMember(name.replace(/_+$/, ''), frame) ? `${name}_` : name;

export const ownName = (name: string, frame: DanfoFrame): string =>
  name.endsWith('_') && isMember(name.replace(/_+$/, ''), frame) ? name.slice(0, -1) : name;

const isMember = (name: string, frame: DanfoFrame): boolean =>
  name in (Object.getPrototypeOf(frame) as object) ||
  (Object.hasOwn(frame, name) && !frame.columns.includes(name));
