import type { About } from '../records.js';

/** What the demo data say of themselves beside every output. */
export function describeAbout(seed: number): About {
  return {
    title: 'Syntetiska demodata / Synthetic demo data',
    synthetic: true,
    notes: [
      {
        sv: `Alla svar, all användning av öppna jämförelser och all bemanning är simulerade (frö ${seed}). De säger ingenting om någon kommun.`,
        en: `All answers, all use of öppna jämförelser and all staffing are simulated (seed ${seed}). They say nothing about any municipality.`,
      },
      {
        sv: 'Den socioekonomiska gruppen är en ersättare för Socialstyrelsens, vars lista inte är offentlig här: kvintiler av andelen barn i ekonomiskt utsatta hushåll 2016 (1 lägst, 5 högst).',
        en: 'The socioeconomic group is a stand-in for Socialstyrelsen’s, whose list is not public here: quintiles of the 2016 share of children in economically vulnerable households (1 lowest, 5 highest).',
      },
      {
        sv: 'Ingen effekt av andra kommuners resultat och ingen effekt av tidigare spridning i bemanning har simulerats: sådana samband i tabellerna har andra orsaker.',
        en: 'No effect of other municipalities’ results and no effect of earlier spread in staffing was simulated: such associations in the tables have other causes.',
      },
      {
        sv: 'Stadsdelar har fått sin kommuns grupper men inga bakgrundsvärden, som bara finns för kommuner.',
        en: 'City districts have been given their municipality’s groups but no covariates, which exist for municipalities only.',
      },
    ],
    sources: [
      'SCB: kommunkoder, län, folkmängd och ålder 2016; föräldrars utbildning (via Kolada)',
      'SKR: kommungruppsindelning 2017; andelar i medlemsundersökning 2019 enligt RiR 2021:17, tabell 3',
      'Socialstyrelsen: befolkningsklasser; frågorna i öppna jämförelser enligt RiR 2021:17, bilagan',
      'Kolada (RKA): N02904 barn i ekonomiskt utsatta hushåll, N07907 trångboddhet, N15816 föräldrars utbildning, 2016',
      'Riksrevisionen, RiR 2021:17: publicerade signifikansmarkeringar och nationella nivåer, som simuleringen är kalibrerad mot',
    ],
  };
}

/** README.md of the demo folder. */
export function readme(seed: number): string {
  return `# Synthetic demo data

A canonical data folder made by \`npm run demo-data\` (\`data/demo/write.ts\`, seed ${seed}). Running it again gives the same bytes; a test
checks that. Do not edit the CSV and JSON files, nor this one: change the generator.

**No answer here was given by anyone.** The survey data behind the appendix of RiR 2021:17 are not in this repository. The demo
shows what the package does, and lets its estimators be checked against a known truth (\`true-effects.json\`).

## What is real

- Codes, names and counties of the 290 municipalities (SCB) and the city districts that answered the surveys themselves: Stockholm's
  14 and Göteborg's 10 in all years, Malmö's 5 in 2016-2017; Malmö is one unit from 2018. 316 units in 2016-2017, 312 in 2018-2020.
- \`kommungrupp\`: SKR's groups of 2017. \`invanare\`: Socialstyrelsen's five population classes.
- Covariates, 2016: \`folkmangd\` (inhabitants), \`andel_0_19\`, \`andel_65_plus\` (percent of inhabitants; SCB), \`barn_ekonomiskt_utsatta\`
  (N02904), \`trangboddhet\` (N07907), \`foraldrar_eftergymnasial\` (N15816; percent; Kolada).
- The questions, their scales and the years in which they were asked (the codebook, after the appendix's table 1).

\`socioek\` is a **stand-in**: quintiles over the municipalities of \`barn_ekonomiskt_utsatta\`, 1 the lowest. Socialstyrelsen's own list is not
public here. A district has its municipality's groups, and no covariates: the registers have the municipality's only.

## What is simulated

- \`answers.csv\`: a unit answers Ja where a standard normal variable lies below the quantile of its probability p. That variable is partly
  the unit's own, partly common to the questions of a table row, partly from the year before, so that answers last (the correlation of a
  unit's Ja/Nej answer with its answer a year later is mostly 0.5-0.7) and yet P(Ja) = p exactly.
- p = national level + county + municipality group + socioeconomic group + user, in percentage points, within 2-98. Where the full group
  effects would leave these bounds, all of them are made smaller in proportion. Effects are set where the appendix's tables 2, 8, 9, 13
  and 14 have marks, and sized by the marks; they are 0 where a row has none. Users have no advantage in äldreomsorg.
- **No unit is affected by another unit.** Whatever tables 3-5, 10-12 and 15-17 show on these data comes from groups that differ.
- Shares of care units and of users: binomial, over a number of care units and respondents that follows the number of inhabitants of 65
  and over. A share is \`undertryckt\` where more than 20 percent of the care units do not answer, or fewer than 20 users do.
- Non-response is at random: \`bortfall\` of a whole area in a year (5-9 percent of the units), and a few questions \`kan-inte-svara\`,
  \`ej-aktuellt\` or \`bortfall\`. Questions that were not asked in a year have no rows.
- \`survey.csv\`: who uses the results. Units of municipalities of 15 000-160 000 inhabitants, and of four counties drawn at random, use them
  more often.
- \`care-units.csv\`: municipality, care unit and an independent, right-skewed yearly deviation, multiplied. **The spread between care units
  has no effect on later staffing**: what tables 6-7 show on these data is regression to the mean. A care unit that does not answer
  in a year has no rows that year; a question left out has an empty value.

## What it was calibrated to

- SKR's survey 2019 (report, table 3): 91, 67 and 60 percent users and 2 (five units), 20 and 24 percent non-users of those answering in
  äldreomsorg, ekonomiskt bistånd and social barn- och ungdomsvård; 67, 62 and 58 percent of 312 units answering.
- Response to the municipal survey of 91-95 percent a year.
- Follow-up with a gender perspective rising to 16 percent in ekonomiskt bistånd and 6-7 percent in äldreomsorg in 2020; internal coordination
  rising in all areas; assessment templates rising in ekonomiskt bistånd, routines with health centre, physician and relatives in
  äldreomsorg; user assessments stable, satisfaction above 80 percent, health about 30; no trend elsewhere (report, section 4.2.5).
- In 2019, 15 percent Ja to having used results of follow-up and 61 percent Ja to a structured template, ekonomiskt bistånd.
- The joint questions of 2016 (AUDIT/DUDIT, gender perspective) lie at the level of the two questions that replaced them.

All other levels are invented. Effects were sized so that a cell marked in the appendix is usually marked here; the published marks cannot all
be had at once (in table 8 Hushållsekonomisk rådgivning is positive in total, negative in 2020 and unmarked in all other years). Of the
seeds 1-2000, among those whose draw lies within a percentage point of the stated levels and moves no row without a trend by more than 7
points, the one was kept that marks most of the cells marked in tables 2, 8, 9, 13 and 14. So the agreement with the appendix was chosen.

## What must not be concluded

- Anything about a named municipality, county or group, or about whether öppna jämförelser work.
- That the package reproduces the appendix: agreement of marks on these data was built in.
- That a significant cell shows an effect. In the pooled analyses of variance a unit's years count as independent, and about half of
  the cells without any true difference between socioeconomic groups are marked all the same; the peer and staffing tables are full of marks without a cause.

## true-effects.json

Per table row: the national path, the effect of every county, group and quintile and the mean that it leads to in the last year, the
user effect by year, peer effect 0, in the row's unit (percent; 0-2 for Alkohol/droger). Per cell of tables 8 and 13: the difference between users and non-users that is expected
given who they are. \`generateDemo(seed)\` in \`data/demo/generate.ts\` also returns the matrices of probabilities and expected outcomes.
`;
}
