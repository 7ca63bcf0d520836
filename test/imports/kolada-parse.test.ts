import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEnvelope } from '../../data/imports/kolada/envelope.js';
import { type Met, readData, readKpis, readUnitIds } from '../../data/imports/kolada/parse.js';

const met = (): Met => ({ problems: [], deleted: 0 });

/** JSON that is nearly a record of Kolada: each field right, wrong or not there. */
const field = (right: fc.Arbitrary<unknown>) => fc.oneof({ weight: 3, arbitrary: right }, fc.jsonValue());
const inner = fc.record(
  {
    gender: field(fc.constantFrom('T', 'K', 'M', 'X')),
    status: field(fc.constantFrom('', 'Missing', 'Privacy', 'Other')),
    value: field(fc.oneof(fc.double(), fc.constant(null))),
    isdeleted: field(fc.boolean()),
  },
  { requiredKeys: [] },
);
const nearly = fc.record(
  {
    kpi: field(fc.constant('N02904')),
    municipality: field(fc.constant('0180')),
    period: field(fc.integer({ min: 1900, max: 2200 })),
    values: field(fc.array(field(inner), { maxLength: 3 })),
  },
  { requiredKeys: [] },
);

describe('records of Kolada', () => {
  test('of any JSON are a finite number, or a reason, or a problem with its place; nothing throws or is lost', () => {
    fc.assert(
      fc.property(fc.array(field(nearly), { maxLength: 5 }), (values) => {
        // What a server can send is what JSON can say.
        const sent = JSON.parse(JSON.stringify(values)) as unknown[];
        const seen = met();
        const read = [...readData(sent, 'municipality', 'request', seen)];
        for (const v of read) {
          expect(v.value === null).toBe(v.reason !== '');
          if (v.value !== null) expect(Number.isFinite(v.value)).toBe(true);
          expect(['T', 'K', 'M']).toContain(v.gender);
        }
        for (const p of seen.problems) {
          expect(p.row).toBeGreaterThanOrEqual(1);
          expect(p.row).toBeLessThanOrEqual(sent.length);
        }
        const errors = seen.problems.filter((p) => p.code === 'kolada-shape').length;
        const genders = seen.problems.filter((p) => p.code === 'kolada-gender').length;
        const parts = sent.map((r) => {
          const list = (r as { values?: unknown } | null)?.values;
          return Array.isArray(list) ? list.length : 0;
        });
        const whole = parts.reduce((a, b) => a + b, 0);
        if (errors === 0) expect(read.length + genders + seen.deleted).toBe(whole);
      }),
    );
  });

  test('of KPIs and units are read, or are problems', () => {
    const seen = met();
    const kpis = [{ id: 'N1', title: ' a ', description: null, has_ou_data: true }, { id: 'N2' }, null];
    expect([...readKpis(kpis, 'r', seen)]).toEqual([
      { id: 'N1', title: 'a', description: '', hasUnits: true },
    ]);
    expect([...readUnitIds([{ id: 'V1' }, { id: '' }, 3], 'r', seen)]).toEqual(['V1']);
    expect(seen.problems.map((p) => p.row)).toEqual([2, 3, 2, 3]);
  });

  test('that go on for pages are read one answer at a time, and negative zero is zero', () => {
    const bytes = new TextEncoder().encode('\ufeff{"values": [], "next_url": "x"}');
    expect(readEnvelope(bytes, 'r')).toEqual({ values: [], next: 'x' });
    const record = { kpi: 'N1', municipality: '0180', period: 2019, values: [{ gender: 'T', value: -0 }] };
    const [v] = [...readData([record], 'municipality', 'r', met())];
    expect(Object.is(v!.value, 0)).toBe(true);
  });
});
