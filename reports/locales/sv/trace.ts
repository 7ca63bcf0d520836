/** Messages of `oj explain --raw`. */
export const trace = {
  value: 'Svar',
  missing: 'saknas',
  own: 'Står så i mappens egen answers.csv; ingen import har skrivit det.',
  place: 'Plats i källan',
  source: 'Källa',
  sourceLost: (id: string) => `Källan ${id} finns inte i sources.json.`,
  read: 'Läst',
  conflict: 'En annan källa säger något annat, och används inte',
  synthetic: 'SYNTETISKA DATA: säger ingenting om verkliga kommuner.',
};
