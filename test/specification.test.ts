import { describe, expect, test } from 'vitest';
import { assumptions, valueAt, withValue } from '../analysis/assumptions.js';
import { readSpecification } from '../analysis/read-specification.js';
import { defaultSpecification } from '../analysis/specification.js';

describe('the specification', () => {
  test('is plain JSON that reads back to itself', () => {
    expect(readSpecification(JSON.stringify(defaultSpecification), 'spec.json')).toEqual(
      defaultSpecification,
    );
  });

  test('takes the fields that a file names and keeps the others', () => {
    const spec = readSpecification('{"peers": {"comparison": ">="}, "seed": 7}', 'spec.json');
    expect(spec.peers).toEqual({ ...defaultSpecification.peers, comparison: '>=' });
    expect(spec.seed).toBe(7);
    expect(spec.users).toEqual(defaultSpecification.users);
  });

  test('accepts each rival of each assumption, and none is the default', () => {
    for (const a of assumptions)
      for (const rival of a.rivals) {
        expect(rival).not.toEqual(a.default);
        const text = JSON.stringify(withValue(defaultSpecification, a.path, rival));
        expect(valueAt(readSpecification(text, 'spec.json'), a.path)).toEqual(rival);
      }
  });

  test.each([
    ['{', 'not JSON'],
    ['[]', 'expected an object'],
    ['{"peer": {}}', 'field peer is not part of the specification; expected one of outcomes, period'],
    [
      '{"peers": {"rule": 1}}',
      'field peers.rule is not part of the specification; expected one of peers.percentile',
    ],
    ['{"peers": {"comparison": "="}}', 'field peers.comparison: found "="; expected one of ">", ">="'],
    ['{"peers": 1}', 'field peers: found 1; expected an object'],
    ['{"peers": {"percentile": 100}}', 'expected a number between 0 and 100'],
    ['{"peers": {"quantileType": 10}}', 'expected a whole number from 1 to 9'],
    ['{"period": {"first": 2020, "last": 2016}}', 'expected null or {"first": year, "last": year}'],
    ['{"__proto__": {"seed": 1}}', 'is not part of the specification'],
  ])('refuses %s with the field, what was found and what is allowed', (text, expected) => {
    expect(() => readSpecification(text, 'spec.json')).toThrow(expected);
    expect(() => readSpecification(text, 'spec.json')).toThrow('spec.json');
  });
});
