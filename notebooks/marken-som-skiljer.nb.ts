// %% [markdown]
// # När märkena skiljer sig
//
// `oj compare` ställer varje räknat märke bredvid bilagans. Ibland är de lika, ibland inte. Vad en skillnad betyder beror
// helt på vilka data som har räknats, och det är lätt att dra fel slutsats åt båda hållen.
//
// ## Demodata mot bilagan

// %% Alla tabeller
import {
  assumptions,
  buildPanel,
  compare,
  defaultSpecification as spec,
  demoFolder,
  readDataFolder,
  replicate,
  walkRivals,
} from 'oppna-jamforelser'
import { normalCdf } from 'oppna-jamforelser/stats'
import { markdown, table } from 'oppna-jamforelser/notebook'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const panel = buildPanel(readDataFolder(demoFolder()))
const estimates = replicate(panel, spec)
const { agreement, cells } = compare(estimates)
const kinds: Record<string, string> = {
  all: 'alla',
  users: 'användare och andra',
  anova: 'grupper av kommuner, anova',
  peers: 'övriga i gruppen',
  staffing: 'bemanning',
}
const percent = (share: number | null) =>
  share === null ? '–' : `${(100 * share).toFixed(0)} %`
table(
  agreement
    .filter(({ scope }) => scope in kinds)
    .map(({ scope, observed, expected, kappa, counts, cells: all }) => ({
      tabeller: kinds[scope],
      jämförbara: all - counts['not-comparable'],
      lika: percent(observed),
      'av en slump': percent(expected),
      kappa: kappa === null ? null : Math.round(100 * kappa) / 100,
      motsatta: counts.opposite,
    })),
)

// %% [markdown]
// Kolumnen *av en slump* är andelen lika om de två uppsättningarna märken inte hade med varandra att göra, men hade samma
// andelar av varje märke. De flesta celler är tomma i båda, så mycket är lika utan att något har träffats. Det är därför
// kappa, som räknar från slumpen och uppåt, är det tal att läsa.
//
// **Vad det säger om bilagan: ingenting.** Svaren är simulerade. Simuleringen har lagt in skillnader mellan användare och
// andra, och mellan grupper av kommuner, där bilagan har märken, och bland två tusen dragningar valdes en som träffar
// många av dem. Att kappa är över noll i de tabellerna är alltså något som har stoppats in, inte något som har upptäckts.
// Av grannar och bemanning har inget lagts in. De märkena finns ändå: se *Grannar utan inflytande*.
//
// ## Hur lika kan två svarsomgångar bli?
//
// Anta att någon drog svaren på nytt, med *samma* sanna skillnader. Märket i varje cell är ett test: med den sanna
// skillnaden $b$ och medelfelet $s$ är $t$ ungefär $N(b/s, 1)$, och märket faller i någon av fem klasser med
// sannolikheterna $p_k$. Två oberoende omgångar får samma märke med sannolikheten $\sum_k p_k^2$.

// %% Två omgångar med samma sanning
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
const chances = (b: number, s: number) => {
  const below = (z: number) => normalCdf(z - b / s)
  const [c95, c90] = [1.96, 1.645]
  const ends = [0, below(-c95), below(-c90), below(c90), below(c95), 1]
  return ends.slice(1).map((end, i) => end - ends[i]!)
}
const twice = truth.userTables.flatMap(({ table: number, rows }) =>
  rows.flatMap(({ outcome, expected }) =>
    estimates
      .filter((e) => e.table === number && e.indicator === outcome && e.se !== null)
      .flatMap((e) => {
        const b = expected[e.column!]
        if (b === undefined) return []
        const p = chances(b, e.se!)
        return [{ number, b, s: e.se!, same: p.reduce((sum, x) => sum + x * x, 0) }]
      }),
  ),
)
const average = (values: readonly number[]) =>
  values.reduce((a, b) => a + b, 0) / values.length
table(
  [8, 13].map((number) => {
    const own = twice.filter((t) => t.number === number)
    return {
      tabell: number,
      celler: own.length,
      'samma märke i två omgångar': percent(average(own.map((t) => t.same))),
    }
  }),
)

// %% [markdown]
// Så stor är alltså enigheten när *allt* är rätt: samma kommuner, samma modell, samma sanning, bara nya svar. En cell
// som gick från `++` till tom mellan två mätningar behöver inte ha ändrats alls. Att demodata ovan är *mer* eniga med
// bilagan än så är inget bra betyg: sanningen sattes efter bilagans märken, och dragningen valdes.
//
// ## Med de riktiga filerna är det annorlunda
//
// Den som har Socialstyrelsens filer och SKR:s enkät har inte en ny omgång, utan *samma* svar. Då finns ingen slump kvar,
// och varje skillnad har en orsak: ett val som bilagan inte redovisar, en uppgift som ändrats sedan dess, eller ett fel,
// deras eller vårt. Valen går att gå igenom ett i taget. Så många av märkena i tabell 8 och 13 byter plats när ett enda av
// dem görs på ett annat sätt:

// %% Vad varje val avgör
const walked = walkRivals(panel, spec, [8, 13])
const moving = walked
  .filter(({ changed }) => changed > 0)
  .toSorted((a, b) => b.changed - a.changed)
table(
  moving.map(({ assumption, value, cells: n, changed }) => ({
    val: assumption!.what.sv,
    alternativ: String(value),
    'andra märken': changed,
    av: n,
  })),
)

// %% Till sist
const paths = new Set(moving.map(({ assumption }) => assumption!.path))
const opposite = cells.filter(({ category }) => category === 'opposite').length
markdown(`${paths.size} av de ${assumptions.length} öppna valen flyttar märken i de två tabellerna. Först när de är gjorda
som i bilagan kan en skillnad som är kvar kallas ett fel. Och inget av det här går att avgöra med demodata: att
${opposite} celler där har motsatt tecken är ett besked om simuleringen.`)
