/** Messages of the Word document. */
export const word = {
  page: 'Page',
  of: 'of',
  example: 'Example',
  meaning: 'Meaning',
  figureNumbers: 'The numbers behind the figures',
};
