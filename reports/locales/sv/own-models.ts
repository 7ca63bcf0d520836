/** Words for the tables of models that a user has written. */
export const ownModels = {
  title: 'Egna modeller',
  lead: 'Skattningar av modeller som användaren själv har skrivit, med samma tabeller, prövningar och dokument som bilagans.',
  /** The column that stands for the whole of a model that failed. */
  model: 'Modellen',
  note: (file: string, options: string) =>
    `Egen modell, inte bilagans: ${file === '' ? 'utan fil' : file}${options === '' ? '' : `, med ${options}`}.`,
  errors: (list: string) => `Fel i modellen: ${list}.`,
  more: (n: string) => `och ${n} till`,
  manifest: 'Egen modell',
  sum: (sum: string) => `sha256 ${sum}`,
  what: (title: string) => `Egen modell: ${title}.`,
  term: (name: string) => `Skattningen är koefficienten för ${name}.`,
  ownEstimator: 'Skattningen kommer från modellens egen beräkning.',
};
