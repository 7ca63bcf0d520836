/** Sentences on what the inference says of a table's cells together, and of one cell. */
export const inference = {
  chance: (
    mean: string,
    cells: string,
    range: string,
    draws: string,
    seed: string,
    marked: string,
    p: string,
  ) =>
    `Slumpen ensam, om inget samband fanns, skulle i medeltal ge märke åt ${mean} av ${cells} celler, och åt ${range} i 95 procent av dragningarna (${draws} omdragningar av enheterna, frö ${seed}). Tabellen har ${marked}, ${p}.`,
  survivors: (left: string, marked: string, size: string, bh: string, resamples: string) =>
    `När p justeras för antalet test i familjen (${size}; Romano–Wolf med ${resamples} omdragningar, annars Holm) håller ${left} av ${marked} märken på 10-procentsnivån. Benjamini–Hochberg, som begränsar andelen falska märken, lämnar ${bh}.`,
  sign: '° står efter de märken som håller efter justering med Romano–Wolf, annars Holm.',
  permutedMarks: (marked: string, mean: string, range: string, p: string, draws: string, seed: string) =>
    `Användningen lottad på nytt över enheterna (${draws} lottningar, frö ${seed}) ger i medeltal ${mean} märken och ${range} i 95 procent av fallen. Tabellen har ${marked}, ${p}.`,
  permutedPositive: (positive: string, mean: string, range: string, p: string) =>
    `Märken till användarnas fördel: ${positive}. Lottningarna ger i medeltal ${mean} och oftast ${range}, ${p}.`,
  permutedMeanT: (t: string, range: string, p: string) =>
    `Cellernas t är i medeltal ${t}. Lottningarna ger oftast ${range}, ${p}.`,
  published: (positive: string, marks: string, p: string) =>
    `I den publicerade tabellen är ${positive} av ${marks} märken till användarnas fördel. Hur ofta lottningarna av den här körningens data ger så många: ${p}.`,
  labelPermutation: (left: string, marked: string, draws: string) =>
    `Av periodens märken håller ${left} av ${marked} när gruppernas namn lottas över enheterna (${draws} lottningar), vilket inte räknar en enhets år som oberoende.`,
  userPermutation: (left: string, marked: string, draws: string, seed: string) =>
    `Cell för cell håller ${left} av ${marked} märken när användningen lottas över enheterna (${draws} lottningar, frö ${seed}).`,
  verdicts: (list: string) => `Utslag, med antal celler: ${list}.`,
  verdict: {
    'groups-differ': 'märke som försvinner med enhetseffekter, så bestående skillnader mellan grupper räcker',
    'as-other-groups': 'märke, men andra gruppers tidigare resultat säger lika mycket',
    'beyond-groups': 'märke utöver vad bestående gruppskillnader och andra grupper ger',
    'as-random-groups': 'märke, men lottade grupper ger lika mycket',
    'beyond-random-groups': 'märke utöver vad lottade grupper ger',
    'little-power': 'inget märke: läses tillsammans med testets styrka',
    'noise-enough': 'märke, men brus ensamt ger lika mycket',
    'beyond-noise': 'märke utöver vad brus ensamt ger',
    'noise-hides': 'inget märke, men långt från vad brus ensamt ger',
    'as-noise': 'inget märke, och som brus ensamt ger',
  } as Readonly<Record<string, string>>,
  icc: (range: string, median: string) =>
    `Andelen av variationen som ligger mellan grupperna (ICC) är ${range}, med medianen ${median}.`,
  placeboGroups: {
    randomGroups: 'Enheterna lottade till grupper av samma storlek',
    otherGroups: 'Varje grupp ställd mot en annan grupps tidigare resultat',
  },
  placebo: (
    name: string,
    median: string,
    most: string,
    promised: string,
    draws: string,
    seed: string,
    left: string,
    marked: string,
  ) =>
    `${name} (${draws} dragningar per cell, frö ${seed}): ++ eller −− i ${median} av dragningarna i mediancellen och som mest ${most}, där testet lovar ${promised}. Av märkena sticker ${left} av ${marked} ut från dragningarna på 10-procentsnivån.`,
  unitEffects: (left: string, marked: string) =>
    `Med enhetseffekter, så att bara förändringar inom en enhet räknas, står ${left} av ${marked} märken kvar.`,
  clusters: (clusters: string, sizes: string) => `Kluster per cell: ${clusters}, med ${sizes} rader i varje.`,
  bootstrap: (left: string, marked: string, draws: string, seed: string, cells: string) =>
    `Wild cluster bootstrap i ${cells} celler (${draws} dragningar, frö ${seed}): ${left} av ${marked} märken håller på 10-procentsnivån.`,
  noWarnings: 'Ingen cell har en varning om bootstrap.',
  warnings: (list: string) => `Varningar om bootstrap, med antal celler: ${list}.`,
  warning: {
    'few-clusters': 'för få kluster för att förkasta på 5-procentsnivån',
    'few-treated': 'variabeln varierar i för få kluster',
    unbalanced: 'ett kluster har över hälften av raderna',
  } as Readonly<Record<string, string>>,
  bootstrapFailed: (list: string) => `Bootstrap kunde inte göras, med antal celler: ${list}.`,
  noise: (outcome: string, range: string, unit: string, marked: string, draws: string, seed: string) =>
    `Brus ensamt: med varje kommuns år i lottad ordning (${draws} dragningar per cell, frö ${seed}) blir koefficienten för ${outcome} ${range} ${unit} (cellernas medianer), med ++ eller −− i ${marked} av dragningarna i mediancellen.`,
  noiseOutcomes: { mean: 'genomsnittet', minimum: 'minimivärdet' } as Readonly<Record<string, string>>,
  equivalence: (margin: string, list: string) => `Likvärdighet mot marginalen ${margin}, antal celler: ${list}.`, // prettier-ignore
  equivalent: {
    equivalent: 'skillnaden är mindre än marginalen',
    different: 'det finns en skillnad, och den kan vara större än marginalen',
    both: 'det finns en skillnad, men den är mindre än marginalen',
    inconclusive: 'data räcker inte för någotdera',
  } as Readonly<Record<string, string>>,
  link: (left: string, marked: string, fitted: string) =>
    `Logit i stället för linjär modell, i ${fitted} celler: ${left} av ${marked} märken står kvar.`,
  weighted: (left: string, marked: string) =>
    `När de svarande vägs upp för dem som inte svarat i SKR:s enkät står ${left} av ${marked} märken kvar.`,
  bounds: (both: string, cells: string) =>
    `Utan antaganden om dem som inte svarat kan skillnaden ha båda tecknen i ${both} av ${cells} celler.`,
  otherAsUsers: (left: string, marked: string) =>
    `Räknas de som varken är användare eller icke-användare som användare står ${left} av ${marked} märken kvar.`,
  otherAsNonUsers: (left: string, marked: string) =>
    `Räknas de i stället som icke-användare står ${left} av ${marked} märken kvar.`,
  cell: {
    survives: (size: string) => `märket håller efter justering för ${size} test`,
    lost: (size: string) => `märket håller inte efter justering för ${size} test`,
    adjusted: (p: string) => `justerat ${p}`,
    bootstrap: (p: string) => `bootstrap ${p}`,
  },
  heads: { after: 'efter justering' },
};
