/** What is used of ml-regression, which has no types of its own. */
declare module 'ml-regression' {
  interface StraightLine {
    readonly slope: number;
    readonly intercept: number;
  }
  export const SimpleLinearRegression: new (x: number[], y: number[]) => StraightLine;
  export const TheilSenRegression: new (x: number[], y: number[]) => StraightLine;
}
