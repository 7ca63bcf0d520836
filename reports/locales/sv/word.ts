/** Messages of the Word document. */
export const word = {
  page: 'Sida',
  of: 'av',
  example: 'Exempel',
  meaning: 'Betyder',
  figureNumbers: 'Talen bakom figurerna',
};
