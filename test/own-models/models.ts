import { defineModel } from '../../analysis/index.js';

/** The house's model of users and non-users, once more, by what a user's model is made of. */
export const usersAgain = defineModel({
  id: 'users-again',
  title: { sv: 'Användare igen', en: 'Users again' },
  *run({ outcomes, cells }) {
    for (const outcome of outcomes) {
      const { first, last } = outcome.years;
      const shared = { outcome, term: 'user', sample: 'users+non-users' } as const;
      yield cells.regression({ ...shared, column: 'totalt', row: (r) => ({ x: r.user() }) });
      for (let year = first; year <= last; year++)
        yield cells.regression({
          ...shared,
          column: String(year),
          years: { first: year, last: year },
          yearEffects: false,
          covariance: 'HC1',
          row: (r) => ({ x: r.user() }),
        });
      yield cells.regression({
        ...shared,
        column: `diff${last}-${first}`,
        kind: 'change',
        years: { first: last, last },
        yearEffects: false,
        covariance: 'HC1',
        row: (r) => ({ x: r.user(), y: r.y - r.lag(last - first) }),
      });
    }
  },
});
