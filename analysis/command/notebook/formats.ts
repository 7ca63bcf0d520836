/** What a notebook that has been run is written as. */
export const notebookFormats = ['html', 'ipynb'] as const;
export type NotebookFormat = (typeof notebookFormats)[number];
