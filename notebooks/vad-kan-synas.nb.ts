// %% [markdown]
// # Vilka indikatorer kan visa en förändring?
//
// "Ingen förändring" kan betyda två saker: att inget hände, eller att mätaren inte hade kunnat se det. Innan en indikator
// används för att säga att socialtjänsten inte blev bättre bör den klara en enklare fråga. Om landet *hade* blivit så
// mycket bättre att det spelar roll, hade indikatorn visat det?
//
// Tabellerna här är gjorda av demodata och säger inget om verkliga indikatorer. Frågan, och hur den ställs, är densamma.

// %% Ett kort per indikator
import {
  buildPanel,
  codebook,
  defaultSpecification as spec,
  demoFolder,
  indicators,
  readDataFolder,
} from 'oppna-jamforelser'
import { markdown, table } from 'oppna-jamforelser/notebook'

const panel = buildPanel(readDataFolder(demoFolder()))
const cards = indicators.indicatorCards(panel, spec)
/** Samma fråga ställs i flera områden. */
const named = ({ label, area }: (typeof cards)[number]) =>
  `${label.sv} (${codebook().areas.find((a) => a.id === area)?.label.sv ?? area})`
const yesNo = cards.filter((card) => card.yesNo && card.detectable.change !== null)
markdown(
  `${cards.length} indikatorer, varav ${yesNo.length} är frågor med svaren Ja och Nej.`,
)

// %% [markdown]
// ## Tre sätt att inte synas
//
// **Mättnad.** Svarar redan 95 procent Ja finns fem procentenheter kvar att vinna.
//
// **Brus.** En fråga som var tredje kommun besvarar olika år från år, fram och tillbaka, rör sig utan att något händer.
// Andelen som byter svar är $d$. För Ja/Nej-frågor jämförs de två årens svar med McNemars test, som bara ser dem som
// bytt. Den minsta förändring som hittas fyra gånger av fem är ungefär
//
// $$
// \delta \approx (1{,}96 + 0{,}84) \sqrt{d / n}
// $$
//
// **Få svar.** Samma formel, med $n$ i nämnaren: halva antalet kommuner ger inte dubbla utan $\sqrt 2$ gånger felet.

// %% Formeln mot paketet
const rough = yesNo.map((card) => {
  const { variability, pairs, change } = card.detectable
  return { card, formula: 100 * 2.8 * Math.sqrt(variability! / pairs), exact: change! }
})
table(
  rough
    .toSorted((a, b) => a.exact - b.exact)
    .filter((_, i, all) => [0, Math.floor(all.length / 2), all.length - 1].includes(i))
    .map(({ card, formula, exact }) => ({
      fråga: named(card),
      'andel Ja': `${Math.round(100 * (card.latest?.met ?? 0))} %`,
      'byter svar': `${Math.round(100 * card.detectable.variability!)} %`,
      par: card.detectable.pairs,
      'minsta synliga, formeln': formula,
      'minsta synliga, paketet': exact,
    })),
  {
    title: 'Den känsligaste, den mittersta och den okänsligaste frågan; procentenheter',
  },
)

// %% [markdown]
// ## Hade fem procentenheter synts?
//
// Fem procentenheter på ett år är mycket för en nationell andel. Så ofta hade testet hittat dem.

// %% Styrkan för fem procentenheter
const classes = [
  ['nästan alltid (minst 80 %)', (p: number) => p >= 0.8],
  ['oftare än inte (50–80 %)', (p: number) => p >= 0.5 && p < 0.8],
  ['sällan (under 50 %)', (p: number) => p < 0.5],
] as const
const judged = yesNo.filter(
  (card) => card.detectable.ofInterest !== null && card.detectable.power !== null,
)
const interest = judged[0]!.detectable.ofInterest!
table(
  classes.map(([hur, inside]) => {
    const own = judged.filter((card) => inside(card.detectable.power!))
    return {
      'hade synts': hur,
      frågor: own.length,
      exempel: own.slice(0, 3).map(named).join('; '),
    }
  }),
  { title: `En verklig förändring på ${interest} procentenheter mellan två år` },
)

// %% [markdown]
// Märk att detta gäller *landet*, med alla kommuner. För en enda kommun finns ett svar per år. Där finns inget test
// som kan skilja en ändrad rutin från ett annat humör hos den som svarar.
//
// ## En profil, ingen poäng
//
// En indikator kan vara mättad och ändå behövas: den visar att ett krav är uppfyllt. En annan är brusig men den enda som
// frågar efter resultat. Därför räknas ingen totalpoäng. Varje kriterium får sitt svar.

// %% Hur många som uppfyller vad
const words = {
  met: 'ja',
  partly: 'delvis',
  'not-met': 'nej',
  'not-judged': 'går inte att säga',
} as const
const names: Record<string, string> = {
  room: 'har utrymme att förändras',
  'tells-apart': 'skiljer kommuner åt',
  stable: 'är stabil mellan år',
  'shows-change': 'kan visa en förändring',
  answered: 'besvaras',
  comparable: 'är jämförbar över tid',
  practice: 'rör det som görs för brukaren',
}
table(
  indicators.criteria.map((key) => ({
    kriterium: names[key] ?? key,
    ...Object.fromEntries(
      indicators.verdicts.map((verdict) => [
        words[verdict],
        cards.filter((card) =>
          card.profile.some((c) => c.key === key && c.verdict === verdict),
        ).length,
      ]),
    ),
  })),
)

// %% [markdown]
// Innan ett nollresultat i bilagan läses som "ÖJ har ingen effekt" är det alltså värt att fråga vilka av raderna som alls
// hade kunnat ge ett annat. `oj indikator` skriver hela kortet för varje fråga, och `oj explain` styrkan för varje cell.
