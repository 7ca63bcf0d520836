// %% [markdown]
// # En tabell, och en cell isärplockad
//
// Bilagan till RiR 2021:17 har 1 103 celler med plus och minus. Här görs en av dess tabeller om, och sedan räknas en
// enda cell för hand, från två medelvärden till ett märke. Den som följer med till slutet vet vad ett `++` är gjort av,
// och hur lite som kan krävas för att det ska bli något annat.
//
// ## Tabellen
//
// Tabell 8 jämför kommuner och stadsdelar som använt öppna jämförelser för att utveckla kvaliteten i ekonomiskt bistånd
// med dem som inte använt resultaten alls. Svaren är demodata: simulerade, med verkliga kommunnamn.

// %% Läs data och räkna tabell 8
import {
  buildPanel,
  compare,
  defaultSpecification as spec,
  demoFolder,
  explain,
  outcomeById,
  readDataFolder,
  replicate,
  userStatuses,
} from 'oppna-jamforelser'
import { markdown, marks, table } from 'oppna-jamforelser/notebook'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const panel = buildPanel(readDataFolder(demoFolder()))
const estimates = replicate(panel, spec, [8])
marks(estimates, { panel, comparison: compare(estimates) })

// %% [markdown]
// Det lilla märket inom parentes är bilagans eget. Att många är lika säger ingenting om bilagan: skillnaderna mellan
// användare och andra lades in i simuleringen, efter dess märken.
//
// ## Raderna bakom en cell
//
// Vi tar raden *Extern samverkan*, kolumnen *Totalt*. Utfallet är andelen Ja bland de frågor om samverkan som enheten
// har besvarat, 0–100. En rad är en enhet ett år. De flesta rader kommer aldrig med, och varje bortfall har ett skäl.

// %% Vad som kom med, och inte
const cell = estimates.find(
  (e) => e.row === 'Extern samverkan' && e.column === 'totalt',
)!
const ord: Record<string, string> = {
  bortfall: 'enheten svarade inte',
  'user-status-other': 'varken användare eller icke-användare',
  'user-status-unknown': 'användning okänd: svarade inte på SKR:s enkät',
}
const left = Object.entries(cell.dropped).map(([skäl, rader]) => ({
  skäl: ord[skäl] ?? skäl,
  rader,
}))
const n = cell.n ?? 0
table([{ skäl: 'i modellen', rader: n }, ...left], {
  title: `${n + left.reduce((sum, { rader }) => sum + rader, 0)} rader, varav ${n} i modellen`,
})

// %% [markdown]
// ## Skattningen för hand
//
// Modellen är $y_{it} = a_t + b \cdot \text{användare}_i + e_{it}$, med ett eget medelvärde $a_t$ för varje år. Då är $b$ ett
// vägt medelvärde av årens skillnader mellan två medelvärden,
//
// $$
// b = \sum_t w_t \left(\bar y_t^{\text{användare}} - \bar y_t^{\text{icke-användare}}\right), \qquad
// w_t \propto \frac{n_t^{1} \, n_t^{0}}{n_t^{1} + n_t^{0}}
// $$
//
// så att år där båda grupperna är stora väger mest.

// %% Två medelvärden per år
const outcome = outcomeById(panel, spec, cell.indicator!)
const status = panel.userStatus.get(outcome.area)!
const rows = panel.units.flatMap((_, unit) =>
  panel.years.flatMap((year, t) => {
    const who = userStatuses[status[unit]!]!
    const y = outcome.values[unit * panel.years.length + t]!
    return (who === 'user' || who === 'non-user') && Number.isFinite(y)
      ? [{ unit, year, y, x: who === 'user' ? 1 : 0 }]
      : []
  }),
)
const mean = (values: readonly number[]) =>
  values.reduce((a, b) => a + b, 0) / values.length
const years = panel.years.map((year) => {
  const answers = (x: number) =>
    rows.filter((r) => r.year === year && r.x === x).map((r) => r.y)
  const [users, others] = [answers(1), answers(0)]
  const weight = (users.length * others.length) / (users.length + others.length)
  return {
    år: year,
    användare: mean(users),
    'icke-användare': mean(others),
    skillnad: mean(users) - mean(others),
    vikt: weight,
  }
})
table(years, { title: 'Årens medelvärden, deras skillnad och dess vikt' })

// %% Det vägda medelvärdet
const weights = years.reduce((sum, { vikt }) => sum + vikt, 0)
const b = years.reduce(
  (sum, { skillnad, vikt }) => sum + (skillnad * vikt) / weights,
  0,
)
table(
  [
    { räknat: 'för hand', b },
    { räknat: 'av paketet', b: cell.estimate },
  ],
  { title: 'Samma skattning på två sätt' },
)

// %% [markdown]
// ## Hur säkert är det?
//
// En enhet svarar om och om igen, och dess svar liknar varandra år från år. Därför räknas medelfelet på enheter och inte
// på rader. Med $\tilde x_{it}$ för användare minus årets andel användare och $\hat e_{it}$ för det som modellen inte
// förklarar, summeras varje enhets bidrag innan det kvadreras:
//
// $$
// \widehat{\mathrm{Var}}(b) = \frac{G}{G-1} \cdot \frac{n-1}{n-k} \cdot
// \frac{\sum_{g} \left( \sum_{t} \tilde x_{gt} \hat e_{gt} \right)^2}{\left( \sum_{it} \tilde x_{it}^2 \right)^2}
// $$

// %% Medelfelet, klustrat och oklustrat
const parts = panel.years.flatMap((year) => {
  const own = rows.filter((r) => r.year === year)
  const [xBar, yBar] = [mean(own.map((r) => r.x)), mean(own.map((r) => r.y))]
  return own.map(({ unit, x, y }) => ({
    unit,
    x: x - xBar,
    e: y - yBar - b * (x - xBar),
  }))
})
const squares = parts.reduce((sum, { x }) => sum + x * x, 0)
const scores = new Map<number, number>()
for (const { unit, x, e } of parts) scores.set(unit, (scores.get(unit) ?? 0) + x * e)
const [rowsUsed, units, k] = [parts.length, scores.size, 1 + panel.years.length]
const clustered =
  Math.sqrt(
    (units / (units - 1)) *
      ((rowsUsed - 1) / (rowsUsed - k)) *
      [...scores.values()].reduce((s, u) => s + u * u, 0),
  ) / squares
const naive = Math.sqrt(
  parts.reduce((s, { e }) => s + e * e, 0) / (rowsUsed - k) / squares,
)
table(
  [
    { medelfel: 'för hand, klustrat på enhet', värde: clustered, t: b / clustered },
    { medelfel: 'av paketet', värde: cell.se, t: cell.statistic },
    { medelfel: 'som om alla rader vore oberoende', värde: naive, t: b / naive },
  ],
  { title: 'Medelfelet på tre sätt' },
)

// %% Vad det betyder
const points = (value: number | null) => (value ?? 0).toFixed(1).replace('.', ',')
markdown(`Skillnaden är ${points(cell.estimate)} procentenheter, med intervallet ${points(cell.ciLow)} till
${points(cell.ciHigh)}. Räknat som om en enhets ${panel.years.length} svar vore lika många enheter blir medelfelet
${points(naive)} i stället för ${points(clustered)}: för litet, eftersom svaren följs åt.`)

// %% [markdown]
// ## Om valen hade gjorts annorlunda
//
// Bilagan säger inte hur frågorna blir ett tal, hur medelfelet räknas eller vart de hör som varken använt resultaten
// eller helt låtit bli. Varje val har rimliga alternativ. Så här blir cellen under vart och ett av dem.

// %% Cellen under varje alternativ
const story = explain(panel, spec, 8, 'Extern samverkan', 'totalt')
table(
  story.rivals.map(({ assumption, value, estimate }) => ({
    val: assumption.what.sv,
    alternativ: String(value),
    b: estimate.estimate,
    p: estimate.p,
    märke: estimate.mark,
  })),
  { title: `Nu: b = ${points(cell.estimate)}, märke ${cell.mark}` },
)

// %% [markdown]
// ## Vad testet kunde ha hittat
//
// En cell utan märke är ingen cell utan skillnad. Styrkan är sannolikheten att testet på 5-procentsnivån förkastar, så att
// cellen får två tecken, om den verkliga skillnaden är så stor.

// %% Styrkan
table(
  story.power.map(({ effect, power }) => ({
    'verklig skillnad': effect,
    styrka: power,
  })),
  { title: 'Styrkan vid sex verkliga skillnader' },
)

// %% [markdown]
// ## Facit
//
// Demodata har det som verkliga data saknar: sanningen. Simuleringen vet vilken skillnad den lade in.

// %% Den inlagda skillnaden
interface Truth {
  readonly userTables: readonly {
    readonly table: number
    readonly rows: readonly {
      readonly outcome: string
      readonly expected: Readonly<Record<string, number>>
    }[]
  }[]
}
const truth = JSON.parse(
  readFileSync(join(demoFolder(), 'true-effects.json'), 'utf8'),
) as Truth
const put = truth.userTables
  .find((t) => t.table === 8)!
  .rows.find((r) => r.outcome === cell.indicator)!.expected['totalt']!
const within = (cell.ciLow ?? 0) <= put && put <= (cell.ciHigh ?? 0)
markdown(`Inlagt: ${points(put)} procentenheter. Skattat: ${points(cell.estimate)}. Sanningen ligger
${within ? 'inom' : 'utanför'} intervallet. Men också i facit är det en skillnad mellan kommuner som använder
jämförelserna och kommuner som inte gör det, inte en effekt av att börja: vilka som använder dem är inte lottat.`)
