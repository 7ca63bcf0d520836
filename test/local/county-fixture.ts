import { localView, type LocalView } from '../../analysis/local/index.js';
import type { AnswerRow } from '../fixtures/data-folder.js';
import { smallPanel } from './small-panel.js';

const Q = 'eb-intern-missbruk';
const R = 'eb-radgivning';

/** An indicator's answers of a unit from 2016 on; `-` for no row. */
const rows = (unit: string, indicator: string, answers: readonly (AnswerRow[3] | '-')[]): AnswerRow[] =>
  answers.flatMap((answer, i): AnswerRow[] => (answer === '-' ? [] : [[unit, 2016 + i, indicator, answer]]));

const unit = (id: string, lan: string, kommungrupp: string) => ({ id, groups: { lan, kommungrupp } });

/**
 * Four counties. Alfa: Ödeborg improved in 2017, Aby is back at Ja, Ek always Nej, Tyst never answers. Gamma: a city of two
 * districts, and one that was merged after 2016. Delta: one municipality. Epsilon: one that begins in 2018. Beta has the rest.
 */
export function countyView(): LocalView {
  return localView(
    smallPanel(
      {
        units: [
          unit('0001', 'Alfa län', 'B4'), unit('0002', 'Alfa län', 'B4'), unit('0003', 'Alfa län', 'C7'),
          unit('0004', 'Alfa län', 'C7'), unit('0006', 'Epsilon län', 'B4'), unit('0007', 'Delta län', 'C7'),
          unit('0008', 'Gamma län', 'A1'), unit('0008-x', 'Gamma län', 'A1'), unit('0009-a', 'Gamma län', 'A1'),
          unit('0009-b', 'Gamma län', 'A1'), unit('0011', 'Beta län', 'C7'), unit('0012', 'Beta län', 'C7'),
          unit('0013', 'Beta län', 'B4'),
        ], // prettier-ignore
        indicators: [
          { id: Q, area: 'ekonomiskt-bistand', label: 'Missbruk' },
          { id: R, area: 'ekonomiskt-bistand', label: 'Hushållsekonomisk rådgivning' },
          { id: 'egen', area: '<b>Eget</b>', label: '<i>Egen & ny</i>', type: 'count' },
          { id: 'gammal', area: '<b>Eget</b>', label: 'Gammal' },
        ],
        answers: [
          ...rows('0001', Q, [0, 1, 1]), ...rows('0001', R, [0, 0, 0]), ...rows('0001', 'gammal', [1]),
          ...rows('0002', Q, [1, 0, 1]), ...rows('0002', R, [0, 0, 0]),
          ...rows('0003', Q, [0, 0, 0]), ...rows('0003', R, [1, 1, 1]), ...rows('0003', 'egen', ['-', '-', 12.5]),
          ...rows('0004', Q, ['bortfall', 'bortfall', 'bortfall']), ...rows('0004', R, ['-', '-', 'kan-inte-svara']),
          ...rows('0006', Q, ['-', '-', 1]),
          ...rows('0007', Q, [0, 0, 0]), ...rows('0007', R, [0, 0, 0]),
          ...rows('0008', Q, ['-', 1, 1]), ...rows('0008-x', Q, [1]),
          ...rows('0009-a', Q, [0, 1, 1]), ...rows('0009-b', Q, [0, 0, 0]),
          ...rows('0011', Q, [0, 1, 1]), ...rows('0011', R, [0, 0, 0]),
          ...rows('0012', Q, [1, 1, 1]), ...rows('0012', R, [0, 0, 0]),
          ...rows('0013', Q, [1, 1, 1]), ...rows('0013', R, [0, 0, 0]),
        ], // prettier-ignore
      },
      {
        '0001': { name: 'Ödeborg' }, '0002': { name: 'Aby' }, '0003': { name: 'Ek <&>' }, '0004': { name: 'Tyst' },
        '0007': { name: 'Ensam' }, '0008': { name: 'Hopp' }, '0008-x': { name: 'Norr (Hopp)', municipality: '0008' },
        '0009-a': { name: 'Väst (Stan)', municipality: '0009' },
        '0009-b': { name: 'Öst (Stan)', municipality: '0009' }, '0011': { name: 'Elva' },
      }, // prettier-ignore
    ),
  );
}
