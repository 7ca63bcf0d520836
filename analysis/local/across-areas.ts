import type { Text } from '../../data/codebook/codebook.js';
import { comparableQuestions } from '../../data/codebook/comparable-areas.js';
import { type Standing, standingAt } from './standing.js';
import type { LocalView } from './view.js';

/** One question of a unit in several areas of social services, as the guide's table 3 lets them be compared. */
export interface QuestionAcrossAreas {
  readonly question: string;
  readonly name: Text;
  /** Areas of table 3 that the panel has an indicator for, each with its items and the unit's standings. */
  readonly areas: readonly AreaStandings[];
  /** Areas of table 3 that it has none for. */
  readonly notInData: readonly string[];
  /** Areas in which any item is red or yellow: two or more, and there is a reason to work with them at once. */
  readonly toImprove: readonly string[];
  readonly several: boolean;
}

export interface AreaStandings {
  readonly area: string;
  readonly standings: readonly { readonly indicator: string; readonly standing: Standing }[];
}

/**
 * A unit's standings on the questions that are asked in several areas, in the panel's year at position t; those that the
 * panel has in fewer than two areas have nothing to compare and are left out.
 */
export function acrossAreas(view: LocalView, unit: number, t: number): QuestionAcrossAreas[] {
  const indicators = new Map(view.indicators.map((i) => [i.id, i]));
  return comparableQuestions()
    .map(({ id, name, areas }) => {
      const all = areas.map(({ area, items }) => ({
        area,
        standings: items.flatMap((indicator) => {
          const found = indicators.get(indicator);
          return found ? [{ indicator, standing: standingAt(found.standings, unit, t) }] : [];
        }),
      }));
      const inData = all.filter((a) => a.standings.length > 0);
      const toImprove = inData.filter((a) => a.standings.some(needsWork)).map((a) => a.area);
      return {
        question: id,
        name,
        areas: inData,
        notInData: all.filter((a) => a.standings.length === 0).map((a) => a.area),
        toImprove,
        several: toImprove.length >= 2,
      };
    })
    .filter((q) => q.areas.length >= 2);
}

const needsWork = ({ standing: { colour } }: AreaStandings['standings'][number]): boolean =>
  colour === 'red' || colour === 'yellow';
