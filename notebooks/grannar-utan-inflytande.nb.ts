// %% [markdown]
// # Grannar utan inflytande
//
// Lär kommuner av varandra? Bilagan prövar det så: är en kommun bättre de år som följer på att *de andra* i länet legat
// högt? Många celler är positiva. Men ett positivt tecken kräver inget lärande. Det räcker att kommuner i samma län är
// lika varandra av skäl som består.
//
// ## Ett land utan grannar
//
// Vi bygger ett land där ingen ser på någon annan. Varje kommun har ett eget läge som består, varje län ett gemensamt,
// och varje år tillkommer slump:
//
// $$
// y_{it} = \lambda_{l(i)} + \mu_i + \varepsilon_{it}
// $$

// %% Simulera
import { createRng, inference, ols } from 'oppna-jamforelser/stats'
import {
  analyse,
  buildPanel,
  defaultSpecification as spec,
  demoFolder,
  type Estimate,
  readDataFolder,
  readFrame,
  replicate,
} from 'oppna-jamforelser'
import { markdown, synthetic, table } from 'oppna-jamforelser/notebook'
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

synthetic()
const [counties, perCounty, years] = [21, 14, 5]
const units = counties * perCounty

/** Svar för alla kommuner och år: spridningen mellan län, mellan kommuner i ett län, och mellan år. */
function country(seed: number, between: number, within: number): Float64Array[] {
  const rng = createRng(seed)
  const level = Array.from({ length: counties }, () => 50 + between * rng.normal())
  return Array.from({ length: units }, (_, i) => {
    const own = level[Math.floor(i / perCounty)]! + within * rng.normal()
    return Float64Array.from({ length: years }, () => own + 15 * rng.normal())
  })
}

// %% [markdown]
// ## Bilagans modell
//
// De andras medelvärde är *högt* om det är över 75:e percentilen det året. Nivån förklaras av om det var så ett år
// tidigare, med ett eget medelvärde för varje år och medelfel klustrade på kommun.

// %% Skatta
function lagged(y: readonly Float64Array[], unitEffects: boolean) {
  const rows: { y: number; x: number; unit: number; year: number }[] = []
  for (let t = 1; t < years; t++) {
    const others = y.map((_, i) => {
      const first = i - (i % perCounty)
      const county = y.slice(first, first + perCounty)
      return (
        (county.reduce((s, v) => s + v[t - 1]!, 0) - y[i]![t - 1]!) / (perCounty - 1)
      )
    })
    const cut = others.toSorted((a, b) => a - b)[Math.floor(0.75 * units)]!
    y.forEach((own, unit) =>
      rows.push({ y: own[t]!, x: others[unit]! > cut ? 1 : 0, unit, year: t - 1 }),
    )
  }
  const unit = Int32Array.from(rows, (r) => r.unit)
  const fit = ols({
    y: Float64Array.from(rows, (r) => r.y),
    x: [{ name: 'de andra högt', values: Float64Array.from(rows, (r) => r.x) }],
    effects: [
      { name: 'year', codes: Int32Array.from(rows, (r) => r.year) },
      ...(unitEffects ? [{ name: 'unit', codes: unit }] : []),
    ],
  })
  if (fit.status !== 'ok') throw new Error(fit.reason)
  const found = inference(
    fit,
    { kind: 'cluster', by: [{ name: 'unit', codes: unit }] },
    0.95,
  )
  if (found.status !== 'ok') throw new Error(found.reason)
  return found.terms.find((term) => term.name === 'de andra högt')!
}

const worlds = [
  ['inga skillnader mellan län', 0],
  ['små: 2 enheter', 2],
  ['måttliga: 5 enheter', 5],
  ['stora: 10 enheter', 10],
] as const
const draws = 40
const average = (values: readonly number[]) =>
  values.reduce((a, b) => a + b, 0) / values.length
const tenths = (x: number) => Math.round(10 * x) / 10
const share = (values: readonly boolean[]) =>
  `${Math.round((100 * values.filter(Boolean).length) / values.length)} %`
table(
  worlds.map(([name, between], w) => {
    const runs = Array.from({ length: draws }, (_, k) =>
      country(1000 * w + k, between, 10),
    )
    const plain = runs.map((y) => lagged(y, false))
    const inside = runs.map((y) => lagged(y, true))
    return {
      'skillnad mellan län': name,
      skattning: tenths(average(plain.map((t) => t.estimate))),
      '++': share(plain.map((t) => (t.p ?? 1) < 0.05 && t.estimate > 0)),
      'inom kommun': tenths(average(inside.map((t) => t.estimate))),
      '++ inom kommun': share(inside.map((t) => (t.p ?? 1) < 0.05 && t.estimate > 0)),
    }
  }),
  { title: `${draws} länder av varje slag, ingen påverkar någon i något av dem` },
)

// %% [markdown]
// Utan skillnader mellan län är det ungefär så få `++` som nivån lovar. Ju större skillnaderna är, desto fler blir de, och
// till sist är de alla. Modellen mäter inte fel: kommuner vars grannar låg högt ligger verkligen högre. Men skälet är
// länet, inte grannen.
//
// Att den översta skattningen är under noll är inte bara slump. Över många fler länder än de här stannar den strax under
// noll. Den egna kommunen räknas inte med bland *de andra*: den som själv ligger högt jämförs med ett län där just den
// saknas (Guryan, Kroft och Notowidigdo 2009).
//
// De två sista kolumnerna jämför varje kommun med sig själv. Då försvinner det som består, och tecknet med det.
//
// ## Demodata: facit är noll
//
// I demodata är den inlagda effekten av grannar exakt noll. Bilagans modell finner ändå:

// %% Tabell 3–5, 10–12 och 15–17 på demodata
const demo = buildPanel(readDataFolder(demoFolder()))
const peerTables = [3, 4, 5, 10, 11, 12, 15, 16, 17]
const level = (estimates: readonly Estimate[]) =>
  estimates.filter(
    (e) => e.outcome === 'level' && e.sample === 'all' && e.status === 'ok',
  )
const tally = (estimates: readonly Estimate[]) =>
  Object.fromEntries(
    ['++', '+', '', '-', '--'].map((m) => [
      m === '' ? 'tom' : m,
      estimates.filter((e) => e.mark === m).length,
    ]),
  )
const withUnits = { ...spec, peers: { ...spec.peers, unitEffects: true } }
const withOwn = { ...spec, peers: { ...spec.peers, ownUnit: 'included' } } as const
table(
  [
    { modell: 'som i bilagan', ...tally(level(replicate(demo, spec, peerTables))) },
    { modell: 'egna medräknad', ...tally(level(replicate(demo, withOwn, peerTables))) },
    { modell: 'inom kommun', ...tally(level(replicate(demo, withUnits, peerTables))) },
  ],
  { title: 'Nivåkolumnerna, alla kommuner' },
)

// %% [markdown]
// Inte ett enda av märkena har en granne bakom sig. Minusen på första raden är inga avskräckande exempel: räknas den egna
// kommunen med i gruppen, som på andra raden, finns inget minus kvar. De kommer av att den är borträknad. Där en hel
// grupp ligger nära gränsen hamnar de som själva är låga över den, eftersom just de saknas i sina grannars medelvärde.
//
// På sista raden jämförs varje kommun med sig själv. De få märken som är kvar går åt båda hållen.
//
// ## Verkliga värden
//
// Fem nyckeltal ur Kolada 2015–2021 för landets kommuner, bland dem trångboddhet (N07907) och föräldrars utbildning
// (N15816), som ingen granne kan lära ut på ett år. Om ett plus betydde lärande borde de två sakna det.

// %% Fem nyckeltal, med och utan kommuneffekter
// Filen följer inte med paketet: hämta värdena med
//   oj fetch kolada --kpi N00943,N07907,N09805,N15428,N15816 --years 2015-2021 --into FOLDER
// och sätt OJ_REAL till den mappen, eller till en fil med kolumnerna kpi, municipality, period och value. Sökvägar
// räknas från anteckningsbokens mapp.
const file =
  process.env['OJ_REAL'] ??
  join('..', '..', 'shared', 'real', 'kolada-5-kpis-2015-2021.csv')

/** Kommunernas rader i demodatas units.csv. Stockholm och Göteborg är där stadsdelar, med sin kommuns grupper. */
function municipalities(): string[] {
  const rows = readFileSync(join(demoFolder(), 'units.csv'), 'utf8').trim().split('\n')
  const whole = rows.filter((row) => /^(unit|\d{4}),/.test(row))
  const cities = ['0180', '1480'].map((code) => {
    const [, , ...groups] = rows.find((row) => row.startsWith(`${code}-`))!.split(',')
    return [code, code, ...groups].join(',')
  })
  return [...whole, ...cities]
}

/** En mapp med kommunernas grupper ur demodata och nyckeltalens verkliga värden: så litet är en egen panel. */
function realFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kolada-'))
  const values = [...readFrame(file).columns].reduce(
    (columns, [name, cells]) => ({ ...columns, [name]: cells }),
    {} as Record<string, readonly string[]>,
  )
  const { kpi = [], municipality = [], period = [], value = [] } = values
  const asked = [...new Set(kpi)]
  const labels: Record<string, string> = {
    N07907: 'Trångboddhet',
    N15816: 'Föräldrars utbildning',
  }
  const lines = {
    units: municipalities(),
    indicators: [
      'indicator,area,label,type,better,source',
      ...asked.map(
        (id) =>
          `${id},kolada,${labels[id] ?? id},count,${id === 'N07907' ? 'lower' : 'higher'},Kolada`,
      ),
    ],
    answers: [
      'unit,year,indicator,answer,reason',
      ...kpi.map(
        (id, i) =>
          `${municipality[i]},${period[i]},${id},${value[i]},${value[i] === '' ? 'okand' : ''}`,
      ),
    ],
  }
  for (const [name, rows] of Object.entries(lines))
    writeFileSync(join(folder, `${name}.csv`), `${rows.join('\n')}\n`)
  return folder
}

function realTable() {
  const fetched = statSync(file).isDirectory()
  const folder = fetched ? file : realFolder()
  const real = buildPanel(readDataFolder(folder))
  if (!fetched) rmSync(folder, { recursive: true })
  const marksOf = (s: typeof spec) =>
    new Map(
      level(analyse(real, s, 'peers', { by: ['lan'] })).map((e) => [
        `${e.row} ${e.column}`,
        e,
      ]),
    )
  const inside = marksOf(withUnits)
  return [...marksOf(spec)].map(([key, e]) => ({
    nyckeltal: e.row,
    'år före': e.lag,
    skattning: e.estimate,
    märke: e.mark,
    'inom kommun': inside.get(key)?.estimate ?? null,
    'märke inom kommun': inside.get(key)?.mark ?? null,
    n: e.n,
  }))
}
const real = existsSync(file) ? realTable() : null
real
  ? table(real, {
      title: 'Källa: Kolada; beräkningarna är våra',
      synthetic: false,
    })
  : markdown(
      'De verkliga värdena finns inte här: se kommentaren i cellen för hur de hämtas.',
    )

// %% Vad de visar
const plus = (key: 'märke' | 'märke inom kommun') =>
  (real ?? []).filter((row) => row[key]?.startsWith('+'))
const among = [...new Set(plus('märke').map((row) => row.nyckeltal))].join(', ')
const seen = real
  ? `Av ${real.length} celler har ${plus('märke').length} plus (${among}), och inom kommun ${plus('märke inom kommun').length}. `
  : ''
markdown(`${seen}Ett plus i nivåkolumnerna säger att kommuner i samma län liknar varandra. Om de *lär* av varandra säger
det ingenting, åt något håll.`)
