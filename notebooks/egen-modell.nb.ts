// %% [markdown]
// # En egen modell, och en egen panel
//
// Bilagan frågar om kommuner som använder öppna jämförelser har bättre resultat. En läsare kan vilja fråga något annat:
// *har de som använder dem förändrats mer, när man tar hänsyn till var de började?* Den som låg lågt har mer att vinna,
// vad den än använder. Det blir en modell på trettio rader.

// %% Modellen
import {
  buildPanel,
  defaultSpecification as spec,
  defineModel,
  demoFolder,
  readDataFolder,
  runModel,
} from 'oppna-jamforelser'
import { markdown, marks, table } from 'oppna-jamforelser/notebook'
import { createRng } from 'oppna-jamforelser/stats'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const catchUp = defineModel({
  id: 'upphamtning',
  title: { sv: 'användares förändring', en: 'the change of users' },
  columns: {
    utan: { sv: 'Förändring', en: 'Change' },
    med: { sv: 'Givet startläget', en: 'Given the start' },
  },
  defaults: { steg: 2 },
  *run({ outcomes, options, cells }) {
    for (const outcome of outcomes) {
      const place = {
        outcome,
        kind: 'change',
        term: 'user',
        sample: 'users+non-users',
      } as const
      yield cells.regression({
        ...place,
        column: 'utan',
        row: (r) => ({ x: r.user(), y: r.y - r.lag(options.steg) }),
      })
      yield cells.regression({
        ...place,
        column: 'med',
        row: (r) => {
          const start = r.lag(options.steg)
          return { x: r.user(), y: r.y - start, controls: { start } }
        },
      })
    }
  },
})

// %% [markdown]
// `row` anropas för varje enhet och år. Det som saknas är inget tal, och raden faller då bort med sitt skäl: modellen
// behöver inte hålla reda på det. Medelfelen är klustrade på enhet om inget annat sägs.
//
// Samma modell i en fil för sig, med `export default`, körs av `oj run upphamtning.ts` och får då också figurer, full
// inferens och rapport i alla format. `oj new model` skriver en att börja från.

// %% Ekonomiskt bistånd i demodata
const panel = buildPanel(readDataFolder(demoFolder()))
const run = runModel(catchUp, panel, spec, { area: 'ekonomiskt-bistand' })
marks(run.estimates, { panel, models: [run.record] })

// %% [markdown]
// ## Det som inte syns i märket
//
// Startläget hänger ihop med förändringen av ett skäl som inte har med kommunen att göra. Den som låg ovanligt lågt ett
// år låg delvis lågt av en slump, och slumpen upprepas inte: *regression mot medelvärdet*. Därför blir skattningen med
// startläge en annan fråga än den utan, inte ett bättre svar på samma. Skattningarna bredvid varandra:

// %% Skattningar
const digits = (x: number | null) => (x === null ? null : Math.round(10 * x) / 10)
table(
  run.estimates
    .filter((e) => e.column === 'utan')
    .map((e) => {
      const given = run.estimates.find(
        (o) => o.indicator === e.indicator && o.column === 'med',
      )!
      return {
        rad: e.row,
        enhet: e.extra['unit'] === 'procent' ? 'procentenheter' : 'poäng 0–2',
        förändring: digits(e.estimate),
        'givet start': digits(given.estimate),
        n: given.n,
        'minsta synliga': digits(
          (given.extra['minimumDetectable'] as number | null) ?? null,
        ),
      }
    }),
)

// %% [markdown]
// ## En egen panel
//
// En panel är en mapp med några små filer. Här görs en med påhittade skolor i stället för kommuner: 60 skolor i fyra
// områden, fem år, ett mått. Hälften började arbeta på ett nytt sätt, och deras mått ökar med två om året.

// %% Fyra filer
const rng = createRng(7)
const schools = Array.from({ length: 60 }, (_, i) => ({
  id: `S${String(i + 1).padStart(2, '0')}`,
  area: `Område ${(i % 4) + 1}`,
  level: 50 + 10 * rng.normal(),
  user: i % 2,
}))
const years = [2019, 2020, 2021, 2022, 2023]
const files = {
  units: [
    'unit,name,municipality,lan,kommungrupp,socioek,invanare',
    ...schools.map(({ id, area }) => `${id},Skola ${id},${id},${area},,,`),
  ],
  indicators: [
    'indicator,area,label,type,better,source',
    'trivsel,skola,Trivsel,count,higher,syntetisk',
  ],
  answers: [
    'unit,year,indicator,answer,reason',
    ...schools.flatMap(({ id, level, user }) =>
      years.map(
        (year, t) =>
          `${id},${year},trivsel,${(level + 2 * t * user + 3 * rng.normal()).toFixed(2)},`,
      ),
    ),
  ],
  survey: [
    'unit,area,quality_development,not_used',
    ...schools.map(({ id, user }) => `${id},skola,${user},${1 - user}`),
  ],
}
const folder = mkdtempSync(join(tmpdir(), 'skolor-'))
for (const [name, lines] of Object.entries(files))
  writeFileSync(join(folder, `${name}.csv`), `${lines.join('\n')}\n`)
const own = buildPanel(readDataFolder(folder))
rmSync(folder, { recursive: true })
markdown(
  `${own.units.length} enheter, ${own.years.length} år, ${own.indicators.length} indikator.`,
)

// %% Samma modell på den
const found = runModel(catchUp, own, spec)
marks(found.estimates, { panel: own, models: [found.record] })

// %% Facit
const change = found.estimates.find((e) => e.column === 'utan')!
const text = (x: number | null) => String(digits(x)).replace('.', ',')
markdown(`På två år lades skillnaden 4 in. Modellen finner ${text(change.estimate)}, med intervallet
${text(change.ciLow)} till ${text(change.ciHigh)}. En sådan mapp kan också köras med \`oj users --data MAPP\`, \`oj anova\` och
alla andra kommandon: en panel är en panel.`)
