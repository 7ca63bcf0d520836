import { describe, expect, test } from 'vitest';
import { indicatorStatus, unitStatus } from '../../analysis/local/status.js';
import { localView } from '../../analysis/local/view.js';
import { smallPanel } from './small-panel.js';

const panel = smallPanel(
  {
    units: [{ id: 'city' }, { id: 'city-n' }, { id: 'silent' }, { id: 'ghost' }, { id: 'gap' }],
    indicators: [
      { id: 'x', area: 'a' },
      { id: 'once', area: 'a' },
      { id: 'never', area: 'a' },
      { id: 'unanswered', area: 'a' },
    ],
    answers: [
      ['city-n', 2016, 'x', 1],
      ['city-n', 2017, 'x', 1],
      ['city', 2018, 'x', 0],
      ['silent', 2016, 'x', 'bortfall'],
      ['silent', 2018, 'x', 'bortfall'],
      ['gap', 2016, 'x', 1],
      ['gap', 2018, 'x', 1],
      ['gap', 2018, 'once', 1],
      ['gap', 2018, 'unanswered', 'bortfall'],
    ],
  },
  { 'city-n': { municipality: 'city' } },
);
const view = localView(panel);
const t = 2;

describe('the status of a unit', () => {
  test('of a district that was merged names the city that answers after it, and the city its districts', () => {
    expect(unitStatus(panel, 1, t)).toEqual({
      unit: 1,
      district: true,
      years: [2016, 2017],
      answeredYears: [2016, 2017],
      status: 'ceased',
      everAnswered: true,
      successor: 0,
      predecessors: [],
    });
    expect(unitStatus(panel, 0, t)).toMatchObject({
      status: 'answering',
      predecessors: [1],
      successor: null,
    });
    expect(unitStatus(panel, 0, 0).status).toBe('not-yet');
  });

  test('of a municipality without any answers is silent, of one without rows another thing', () => {
    expect(unitStatus(panel, 2, t)).toMatchObject({
      status: 'silent',
      everAnswered: false,
      answeredYears: [],
    });
    expect(unitStatus(panel, 3, t)).toMatchObject({ status: 'no-rows', years: [] });
    expect(unitStatus(panel, 4, 1).status).toBe('absent');
  });
});

test('the status of an indicator tells of one that was asked in one year only, not this year, never, or without answers', () => {
  const of = (i: number, at: number) => indicatorStatus(panel, view.indicators[i]!, at);
  expect(of(0, t)).toEqual({
    askedYears: [2016, 2017, 2018],
    answeredYears: [2016, 2017, 2018],
    status: 'asked',
  });
  expect(of(1, t)).toMatchObject({ askedYears: [2018], status: 'single-year' });
  expect(of(1, 0).status).toBe('not-asked');
  expect(of(2, t)).toMatchObject({ askedYears: [], status: 'never-asked' });
  expect(of(3, t)).toMatchObject({ askedYears: [2018], answeredYears: [], status: 'no-answers' });
});
