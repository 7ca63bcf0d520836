import { expect, test } from 'vitest';
import { swedishOrder } from '../../analysis/local/swedish-order.js';

test('swedishOrder puts å, ä and ö last and in this order, whatever the case, and é with e', () => {
  const names = ['Örebro', 'Älvdalen', 'ånge', 'Zorn', 'Eda', 'Éda', 'Emmaboda', 'ale'];
  expect(names.toSorted(swedishOrder)).toEqual(['ale', 'Eda', 'Éda', 'Emmaboda', 'Zorn', 'ånge', 'Älvdalen', 'Örebro']); // prettier-ignore
});

test('swedishOrder reads a letter and its mark as one character', () => {
  expect(swedishOrder('A\u030Ange', 'Zorn')).toBe(1);
  expect(swedishOrder('Lund', 'Lund')).toBe(0);
});
