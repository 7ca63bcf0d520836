/** Messages of `oj open`, `oj serve` and `oj export`. */
export const outputs = {
  opened: 'Öppnar',
  serving: (folder: string, url: string) => `Visar ${folder} på ${url}`,
  nextPort: (busy: string, port: string) => `Port ${busy} är upptagen; tar ${port}.`,
  reports: {
    index: { title: 'Rapporter', lead: 'Alla rapporter som skrevs i mappen.', head: 'Rapport' },
    writing: 'Skriver rapporterna',
    written: (written: string, kept: string) => `Skrev ${written} rapporter; ${kept} fanns redan`,
  },
  exporting: {
    reading: 'Läser',
    writing: 'Skriver filerna',
    withheld:
      'Utan enskilda enheters svar i SKR:s enkät (user_status, user.*): de är konfidentiella. Med --reveal följer de med.',
  },
  readOnly: 'Sidan läses om när en fil ändras. Bara den här datorn når den. Avsluta med Ctrl-C.',
  serve: {
    title: (name: string) => `${name} – öppna jämförelser`,
    files: 'Filer',
    waiting: 'Det finns ingen sida att visa än. När en rapport skrivs i mappen visas den här.',
    empty: 'Mappen är tom.',
    more: (count: string) => `… och ${count} filer till.`,
    frame: 'Rapporten',
    live: 'Läses om när en fil ändras',
    changed: 'Läst om',
    lost: 'Ingen kontakt med oj serve. Visar det senast lästa.',
    skip: 'Hoppa till rapporten',
  },
};
