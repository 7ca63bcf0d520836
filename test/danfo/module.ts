/** As much of danfojs-node as the tests use: its own types are there only where it is installed. */
export interface Series {
  readonly values: unknown[];
  readonly tensor: { dataSync(): ArrayLike<number> };
  mean(): number;
  add(other: number): Series;
  div(other: Series): Series;
  eq(other: unknown): unknown;
}

interface Groups {
  col(columns: string[]): Groups;
  mean(): Frame;
  sum(): Frame;
  std(): Frame;
  count(): Frame;
}

export interface Frame {
  readonly columns: string[];
  readonly dtypes: string[];
  readonly shape: [number, number];
  readonly values: unknown[][];
  column(name: string): Series;
  query(condition: unknown): Frame;
  groupby(columns: string[]): Groups;
  loc(what: { columns: string[] }): Frame;
  dropNa(): Frame;
  add(other: number): Frame;
  addColumn(name: string, values: Series, options: { inplace: boolean }): void;
}

export interface Module {
  readonly DataFrame: new (data: unknown[][], options: { columns: string[]; dtypes?: string[] }) => Frame;
  readCSV(file: string): Promise<Frame>;
}
