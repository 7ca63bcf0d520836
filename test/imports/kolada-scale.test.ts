import { describe, expect, test } from 'vitest';
import { codebook } from '../../data/codebook/codebook.js';
import { publishedKpis } from '../../data/imports/kolada/kpis.js';
import { codingOf, statedCoding } from '../../data/imports/kolada/scale.js';

const words = (text: string) => Object.fromEntries(statedCoding(text) ?? []);

describe('the coding that a text states', () => {
  test('is read where it names Ja, Nej and a step between', () => {
    expect(words('Rutin, (Ja=1, Nej=0) (-2021)')).toEqual({ 1: 'Ja', 0: 'Nej' });
    expect(words('Rutin, (Nej = 0; ja = 1)')).toEqual({ 1: 'Ja', 0: 'Nej' });
    expect(words('(Ja=2, Delvis=1, Nej=0).')).toEqual({ 2: 'Ja', 1: 'Delvis', 0: 'Nej' });
    expect(words('(Ja, för alla=2, Ja, men inte för alla=1, Nej=0)')).toEqual({
      2: 'Ja',
      1: 'Delvis',
      0: 'Nej',
    });
    expect(words('(Ja=2, Nej, men fattat beslut=1, Nej=0)')).toEqual({ 2: 'Ja', 1: 'Delvis', 0: 'Nej' });
    expect(words('Svar: Ja=1, Nej=0. Källa: Socialstyrelsen.')).toEqual({ 1: 'Ja', 0: 'Nej' });
  });

  test('is not guessed', () => {
    for (const text of [
      '',
      'Har kommunen en rutin?',
      'Andel (%)',
      '(1=0)',
      '(Ja=1)',
      '(Ja=1, Nej=1)',
      '(Ja=1, Kanske=0)',
      '(Ja=0, Delvis=1, Nej=2)',
      '(Ja=3, Delvis=2, Litet=1, Nej=0)',
      '(Jaha=2, Delvis=1, Nej=0)',
      '(Ja=1, Nej=0) men sedan 2019 (Ja=0, Nej=1)',
    ])
      expect(statedCoding(text), text).toBe(null);
  });

  test('is that of the codebook for every KPI of it, by its published title', () => {
    const titles = publishedKpis();
    for (const item of codebook().items)
      for (const { id } of item.kolada) {
        const coding = statedCoding(titles.get(id)!.title);
        expect(coding ? [...coding.values()].sort() : null, id).toEqual(
          item.scale ? [...item.scale].sort() : null,
        );
      }
  });
});

describe('the numbers of a KPI outside the codebook', () => {
  const of = (title: string, description = '') => codingOf({ title, description });

  test('have the type that the title tells', () => {
    expect(of('Nöjda brukare, andel (%)')).toEqual({ kind: 'number', type: 'share', told: true });
    expect(of('Sjuksköterskor/plats, vardagar, antal')).toEqual({
      kind: 'number',
      type: 'count',
      told: true,
    });
    expect(of('Väntetid i antal dagar, medelvärde')).toMatchObject({ type: 'count' });
    expect(of('Kostnad ekonomiskt bistånd, kr/inv')).toMatchObject({ type: 'count' });
    expect(of('Modellberäknat index')).toEqual({ kind: 'number', type: 'ordinal', told: false });
  });

  test('have the coding of the title before that of the description', () => {
    expect(of('Rutin (Ja=1, Nej=0)', 'Ja=2, Delvis=1, Nej=0')).toMatchObject({ kind: 'words' });
    expect(of('Rutin', 'Kodas (Ja=2, Delvis=1, Nej=0).')).toMatchObject({ kind: 'words' });
  });

  test('are refused where codes are stated that cannot be read', () => {
    expect(of('Rutin (Ja=3, Delvis=2, Litet=1, Nej=0)')).toBe(null);
    expect(of('Rutin', 'Ja = 1 och annars 0')).toBe(null);
  });
});
