import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildPanel } from '../../analysis/panel/panel.js';
import { codebook } from '../../data/codebook/codebook.js';
import { refuseLoss } from '../../data/imports/kolada/again.js';
import { fetchKolada } from '../../data/imports/kolada/fetch.js';
import { publishedKpis } from '../../data/imports/kolada/kpis.js';
import type { Imported } from '../../data/imports/imported.js';
import { merge } from '../../data/imports/merge.js';
import { folderFiles, readRawFolder } from '../../data/imports/raw-folder.js';
import { packageRoot } from '../../data/location.js';
import { InputError, UsageError } from '../../data/problems.js';
import { checkDataFolder, readDataFolder } from '../../data/readers/canonical.js';
import { scratch } from '../command/oj.js';
import {
  missing,
  question,
  send,
  serve,
  type ServedRecord,
  type Server,
  value,
  viaServer,
  type World,
} from './kolada-server.js';

const record = (kpi: string, place: string, period: number, ...values: unknown[]): ServedRecord => ({
  kpi,
  place,
  period,
  values: values as ServedRecord['values'],
});

const kpis = {
  yes: { id: 'U31473', title: 'Aktuell rutin, (Ja=1, Nej=0) (-2021)' },
  steps: { id: 'U31485', title: 'Mall, (Ja, alla=2, Ja, men inte alla=1, Nej=0)' },
  share: { id: 'U21571', title: 'Aktuell rutin för vårdplanering.' },
  own: { id: 'N02904', title: 'Barn i ekonomiskt utsatta hushåll, andel (%)' },
  nurses: { id: 'U23490', title: 'Sjuksköterskor/plats, vardagar, antal', has_ou_data: true },
};

let server: Server;
let cache: string;
const folders: string[] = [];
beforeEach(async () => {
  cache = join(scratch(), 'cache');
  folders.push(cache);
  server = await serve({ kpis: Object.values(kpis), data: [] });
});
afterEach(() => server.close());
afterAll(() => folders.forEach((f) => rmSync(f, { recursive: true, force: true })));

/** Fetches named KPIs from a world with these data. */
async function get(
  data: readonly ServedRecord[],
  more: Parameters<typeof question>[0],
  world?: Partial<World>,
) {
  server.world = { ...server.world, data, ...world };
  return fetchKolada(question(more), viaServer(server.base, cache));
}
/** A new folder with what was imported. */
function write(imported: Imported): string {
  const folder = scratch();
  folders.push(folder);
  const files = folderFiles(merge(readRawFolder(folder), imported).folder);
  for (const f of files) writeFileSync(join(folder, f.path), f.content);
  return folder;
}
const codes = (problems: readonly { code: string }[]) => problems.map((p) => p.code);
const rows = (answers: readonly { unit: string; year: number; answer: string; reason: string }[]) =>
  answers.map((a) => `${a.unit} ${a.year} ${a.answer}${a.reason}`);

describe('values of Kolada', () => {
  test('become the answers of the codebook, Missing okand and Privacy undertryckt', async () => {
    const { imported, report } = await get(
      [
        record('U31473', '0180', 2016, value(1)),
        record('U31473', '0180', 2017, value(0)),
        record('U31473', '0114', 2016, missing('Missing')),
        record('U31473', '0115', 2016, missing('Privacy')),
        record('U31473', '0117', 2016, value(1, { isdeleted: true })),
        record('U31473', '0000', 2016, value(0.5)),
        record('U31473', '0001', 2016, value(0.5)),
        record('U31473', 'G123', 2016, value(0.5)),
        record('U31485', '0180', 2018, value(2)),
        record('U31485', '0180', 2019, value(1), value(0, { gender: 'K' })),
        record('U31485', '0180', 2020, value(0)),
        record('U21571', '0180', 2016, value(87.5)),
      ],
      { kpis: ['U31473', 'u31485', 'U21571'] },
    );
    expect(rows(imported.answers.filter((a) => a.indicator === 'eb-intern-barn-och-unga'))).toEqual([
      '0180 2016 Ja',
      '0180 2017 Nej',
      '0114 2016 okand',
      '0115 2016 undertryckt',
    ]);
    expect(rows(imported.answers.filter((a) => a.indicator === 'eb-utredningsmall'))).toEqual([
      '0180 2018 Ja',
      '0180 2019 Delvis',
      '0180 2020 Nej',
    ]);
    expect(rows(imported.answers.filter((a) => a.indicator === 'ao-ht-vardplanering'))).toEqual([
      '0180 2016 87.5',
    ]);
    expect(report.kpis[0]).toMatchObject({
      indicator: 'eb-intern-barn-och-unga',
      values: 2,
      missing: { okand: 1, undertryckt: 1 },
      withoutRecord: 290 * 5 - 4,
      leftOut: { deleted: 1, 'region-or-country': 2, group: 1 },
    });
    expect(report.kpis[1]!.leftOut).toEqual({ 'other-gender': 1 });
    expect(report.districts).toHaveLength(29);
    expect(imported.problems).toEqual([]);
  });

  test('say where they come from: the hash of the answer, and the KPI, unit, year and gender', async () => {
    const { imported } = await get([record('U31473', '0180', 2019, value(1))], { kpis: ['U31473'] });
    const [answer] = imported.answers;
    const [source] = imported.sources;
    expect(answer).toMatchObject({ source: source!.id, place: 'U31473 0180 2019 T' });
    expect(source).toMatchObject({
      kind: 'kolada',
      name: `${server.base}data/kpi/U31473/year/2016,2017,2018,2019,2020`,
      attribution: 'Källa: Kolada',
      time: '2026-03-23T12:00:00.000Z',
    });
    expect(existsSync(join(cache, 'objects', `${source!.sha256}.json`))).toBe(true);
  });

  test('are read over several pages, each a source of its own', async () => {
    const data = Array.from({ length: 5 }, (_, i) => record('U31473', '0180', 2016 + i, value(i % 2)));
    const { imported, report } = await get(data, { kpis: ['U31473'] }, { perPage: 2 });
    expect(imported.answers).toHaveLength(5);
    expect(imported.sources.map((s) => new URL(s.name).search)).toEqual(['', '?page=2', '?page=3']);
    expect(report.requests).toEqual({ asked: 4, fromCache: 0 });
  });

  test('of one sex, and of KPIs that the codebook has not, are indicators of their own', async () => {
    const data = [record('N02904', '0180', 2016, value(12.5), value(13, { gender: 'K' }))];
    const all = (await get(data, { kpis: ['N02904'], area: 'barn' })).imported;
    expect(all.indicators).toEqual([
      {
        indicator: 'kolada-N02904',
        area: 'barn',
        label: kpis.own.title,
        type: 'share',
        better: 'higher',
        extra: { kolada: 'N02904', kolada_match: '', source: 'Källa: Kolada' },
      },
    ]);
    expect(codes(all.problems)).toEqual(['kolada-better']);
    const women = (await get(data, { kpis: ['N02904'], gender: 'K' })).imported;
    expect(women.answers).toMatchObject([{ indicator: 'kolada-N02904-k', answer: '13' }]);
    expect(women.indicators[0]!.label).toMatch(/\(kvinnor\)$/);
  });

  test('outside the share that a title tells make it a number as it stands', async () => {
    const { imported } = await get([record('N02904', '0180', 2016, value(-3))], { kpis: ['N02904'] });
    expect(imported.indicators[0]!.type).toBe('ordinal');
    expect(codes(imported.problems)).toContain('kolada-type');
  });

  test('in a year in which the question was not asked are left out, with a warning', async () => {
    const dudit = { id: 'U31511', title: 'DUDIT, (Ja=1, Nej=0)' };
    const data = [2015, 2016, 2017].map((year) => record('U31511', '0180', year, value(1)));
    const { imported, report } = await get(
      data,
      { kpis: ['U31511'], years: [2015, 2016, 2017] },
      { kpis: [dudit] },
    );
    expect(rows(imported.answers)).toEqual(['0180 2015 Ja', '0180 2017 Ja']);
    expect(report.kpis[0]!.leftOut).toEqual({ 'not-asked-that-year': 1 });
    expect(codes(imported.problems)).toEqual(['kolada-not-asked']);
  });

  test('of a coding that is not told, or not the codebook’s, are refused', async () => {
    const data = [record('U31473', '0180', 2016, value(1))];
    for (const title of ['Rutin (Ja=2, Delvis=1, Nej=0)', 'Rutin (Ja=1, Kanske=0)']) {
      rmSync(cache, { recursive: true, force: true });
      const { imported, report } = await get(data, { kpis: ['U31473'] }, { kpis: [{ id: 'U31473', title }] });
      if (title.includes('Kanske')) expect(codes(imported.problems)).toEqual(['kolada-coding-from-list']);
      else {
        expect(imported.answers).toEqual([]);
        expect(codes(imported.problems)).toEqual(['kolada-coding']);
        expect(report.kpis[0]).toMatchObject({ indicator: '', leftOut: { 'coding-not-told': 1 } });
      }
    }
  });

  test('that no coding takes, that are told twice, or of an unknown status are okand, with a warning', async () => {
    const { imported } = await get(
      [
        record('U31473', '0114', 2016, value(3)),
        record('U31473', '0115', 2016, value(1), value(0)),
        record('U31473', '0117', 2016, value(1), value(1)),
        record('U31473', '0120', 2016, missing('Estimated')),
        record('U31473', '0123', 2016, value(1, { status: 'Missing' })),
        record('U31473', '0125', 2016, missing('')),
        record('U31473', '0126', 2016, value(1, { gender: 'X' })),
        record('U31473', '9999', 2016, value(1)),
      ],
      { kpis: ['U31473'] },
    );
    expect(rows(imported.answers)).toEqual([
      '0114 2016 okand',
      '0115 2016 okand',
      '0117 2016 Ja',
      '0120 2016 okand',
      '0123 2016 okand',
      '0125 2016 okand',
    ]);
    expect(codes(imported.problems).sort()).toEqual([
      'kolada-gender',
      'kolada-no-value',
      'kolada-not-in-coding',
      'kolada-status',
      'kolada-two-values',
      'kolada-unknown-unit',
      'kolada-value-and-status',
    ]);
  });

  test('of wrong shapes are all listed, by record, and nothing is given', async () => {
    const ok = { kpi: 'U31473', municipality: '0180', period: 2016 };
    const wrong = [
      7,
      { ...ok, kpi: 1 },
      { ...ok, municipality: 180 },
      { ...ok, period: '2016' },
      { ...ok, values: {} },
      { ...ok, values: ['x'] },
      { ...ok, values: [{ gender: 1 }] },
      { ...ok, values: [{ gender: 'T', value: '1' }] },
      { ...ok, values: [{ gender: 'T', value: 1, status: 4 }] },
      { ...ok, values: [{ gender: 'T', value: 1, isdeleted: 'no' }] },
    ];
    server.mishap = (url, response) =>
      url.pathname.includes('/data/') && send(response, 200, { values: wrong, next_url: null });
    const error = await get([], { kpis: ['U31473'] }).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(InputError);
    const { problems } = error as InputError;
    expect(problems.map((p) => p.row)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(new Set(codes(problems))).toEqual(new Set(['kolada-shape']));
  });

  test('are not sought on another host, nor on a page read before', async () => {
    for (const next of ['http://example.org/v3/data', 'data?page=1'])
      for (const refresh of [false, true]) {
        server.mishap = (url, response) =>
          url.pathname.includes('/data') && send(response, 200, { values: [], next_url: next });
        const via = { ...viaServer(server.base, cache), refresh };
        const asked = fetchKolada(question({ kpis: ['U31473'] }), via);
        await expect(asked).rejects.toThrow(
          next.startsWith('http') ? /nothing is asked of other hosts/ : /a page read before/,
        );
        await asked.catch((e: unknown) => expect(e).toBeInstanceOf(UsageError));
        rmSync(cache, { recursive: true, force: true });
      }
    expect(server.log.some((path) => path.includes('example'))).toBe(false);
  });
});

describe('what is asked for', () => {
  test('are by default the sure and probable KPIs of the codebook, in the years of each question', async () => {
    const { report } = await get([], { units: ['0180'] });
    const gone = new Set(report.gone.map((g) => g.kpi));
    const sure = [...codebook().items, ...codebook().measures]
      .flatMap((i) => i.kolada)
      .filter((k) => k.match === 'säker' || k.match === 'trolig').length;
    expect(report.gone.length + report.kpis.length).toBe(sure);
    expect(gone.has('U28448')).toBe(false);
    expect(report.gone.find((g) => g.kpi === 'U31511')).toMatchObject({
      indicator: 'eb-dudit',
      lastList: '2024-04-06',
      match: 'säker',
    });
    expect(report.gone.find((g) => g.kpi === 'U21466')!.alternatives).toEqual(['U21504']);
    expect(server.log).toContain('data/kpi/U21571/municipality/0180/year/2016,2017,2018,2019');
    const all = await get([], { units: ['0180'], allMatches: true });
    expect(all.report.gone.map((g) => g.kpi)).toEqual(expect.arrayContaining(['U28448', 'U21566']));
  });

  test('another wording of a question is an indicator of its own, in its area; a proxy is the question', async () => {
    const { imported } = await get(
      [record('U21566', '0180', 2016, value(50)), record('U28448', '0180', 2016, value(1))],
      { kpis: ['U21566', 'U28448'] },
      {
        kpis: [
          { id: 'U21566', title: 'Vårdplanering, andel (%)' },
          { id: 'U28448', title: 'LSS (Ja=1, Nej=0)' },
        ],
      },
    );
    expect(imported.indicators.map((i) => [i.indicator, i.area])).toEqual([
      ['kolada-U21566', 'aldreomsorg'],
      ['ao-intern-lss-vuxen', 'aldreomsorg'],
    ]);
  });

  test('may be a search; nothing found and too much found are refused', async () => {
    const data = [record('N02904', '0180', 2017, value(10))];
    const { imported } = await get(data, { search: 'ekonomiskt utsatta' });
    expect(imported.answers).toMatchObject([{ indicator: 'kolada-N02904', year: 2017 }]);
    await expect(get([], { search: 'finns inte' })).rejects.toThrow(/--search: found no KPI/);
    const many = Array.from({ length: 501 }, (_, i) => ({ id: `N${10000 + i}`, title: 'mängd' }));
    await expect(get([], { search: 'mängd' }, { kpis: many })).rejects.toThrow(/501 KPIs .*at most 500/);
  });

  test('is refused where it is no id of a KPI or no municipality', async () => {
    for (const kpi of ['', 'U3145', 'eb-audit', 'U31457/../x'])
      await expect(get([], { kpis: [kpi] }), kpi).rejects.toThrow(/--kpi: found/);
    for (const unit of ['180', '0000', 'Stockholm', '0180-bromma'])
      await expect(get([], { units: [unit] }), unit).rejects.toThrow(/--units: found/);
  });

  test('never has more than 25 ids in a part of a path', async () => {
    const all = [...new Set(codebook().items.flatMap((i) => i.kolada.map((k) => k.id)))];
    const present = { kpis: all.map((id) => ({ id, title: 'x (Ja=1, Nej=0)' })) };
    const units = ['0114', '0115', '0117', '0120', '0123', '0125', '0126', '0127', '0128', '0136'];
    const more = ['0138', '0139', '0140', '0160', '0162', '0163', '0180', '0181', '0182', '0183'];
    const last = ['0184', '0186', '0187', '0188', '0191', '0192'];
    const years = Array.from({ length: 30 }, (_, i) => 1995 + i);
    await get([], { kpis: ['U31473'], units: [...units, ...more, ...last], years }, present);
    expect(server.log).toHaveLength(1 + 4);
    for (const path of server.log)
      for (const part of path.split('/')) expect(part.split(',').length).toBeLessThanOrEqual(25);
  });

  test('of units of care are the staffing measures, and any KPI with --ou', async () => {
    const world = {
      kpis: [kpis.nurses, { ...kpis.own, has_ou_data: true }, kpis.yes],
      units: { '0180': ['V15E0180-1', 'V15E0180-2'], '1480': ['V15E1480-1'] },
      unitData: [
        record('U23490', 'V15E0180-1', 2016, value(0.05)),
        record('U23490', 'V15E0180-2', 2016, missing('Privacy')),
        record('U23490', 'V15E1480-1', 2017, value(-1)),
        record('U23490', 'V15E0000-1', 2017, value(1)),
        record('N02904', 'V15E1480-1', 2017, value(7)),
      ],
    };
    const units = ['0180', '1480'];
    const { imported, report } = await get([], { kpis: ['U23490'], units }, world);
    expect(imported.careValues.map((c) => [c.careUnit, c.unit, c.year, c.kind, c.measure, c.value])).toEqual([
      ['V15E0180-1', '0180', 2016, 'sarskilt-boende', 'sjukskoterskor-vardag', '0.05'],
      ['V15E0180-2', '0180', 2016, 'sarskilt-boende', 'sjukskoterskor-vardag', ''],
      ['V15E1480-1', '1480', 2017, 'sarskilt-boende', 'sjukskoterskor-vardag', ''],
    ]);
    expect(codes(imported.problems)).toEqual(['kolada-not-in-coding', 'kolada-kind']);
    expect(report.kpis[0]!.leftOut).toEqual({ 'other-unit': 1 });
    const own = await get([], { kpis: ['N02904', 'U31473'], units, ou: true }, world);
    expect(own.imported.careValues).toMatchObject([{ measure: 'N02904', value: '7' }]);
    expect(codes(own.imported.problems)).toContain('kolada-no-units');
  });
});

describe('the whole codebook', () => {
  test('by its published titles becomes a folder without errors: every question in its years, and staffing', async () => {
    const titles = publishedKpis();
    const { items, measures } = codebook();
    const units = ['0114', '1280', '2584'];
    const sure = items.filter((i) => i.kolada.some((k) => k.match === 'säker' || k.match === 'trolig'));
    const years = [2015, 2016, 2017, 2018, 2019, 2020];
    const world: World = {
      kpis: [...titles].map(([id, { title }]) => ({ id, title, has_ou_data: true })),
      data: items.flatMap((item) =>
        item.kolada.flatMap(({ id }) =>
          units.flatMap((unit, i) =>
            years.map((y) => record(id, unit, y, value(i % (item.scale?.length ?? 3)))),
          ),
        ),
      ),
      units: Object.fromEntries(units.map((unit) => [unit, [`V-${unit}-a`, `V-${unit}-b`]])),
      unitData: measures.flatMap((m) =>
        units.flatMap((u, i) =>
          ['a', 'b'].flatMap((x) =>
            years.map((y) => record(m.kolada[0]!.id, `V-${u}-${x}`, y, value(i / 10))),
          ),
        ),
      ),
    };
    const { imported, report } = await get(world.data, { units }, world);
    expect(report.gone).toEqual([]);
    expect(codes(imported.problems)).toEqual(['kolada-kind']);
    expect(imported.indicators.map((i) => i.indicator).sort()).toEqual(sure.map((i) => i.id).sort());
    const expected = sure.reduce((n, i) => n + units.length * (i.to - i.from + 1), 0);
    expect(imported.answers).toHaveLength(expected);
    expect(imported.careValues).toHaveLength(measures.length * units.length * 2 * 4);
    const folder = write(imported);
    expect(checkDataFolder(folder)).toEqual([]);
    const panel = buildPanel(readDataFolder(folder));
    expect(panel.units.length).toBe(units.length);
  });
});

describe('the cache', () => {
  const data = [record('U31473', '0180', 2016, value(1)), record('U31485', '0180', 2016, value(2))];
  const both = { kpis: ['U31473', 'U31485'] };

  test('answers alone offline, and gives the same', async () => {
    const online = await get(data, both);
    const asked = server.log.length;
    const offline = { ...viaServer(server.base, cache), client: null };
    const again = await fetchKolada(question(both), offline);
    expect(server.log).toHaveLength(asked);
    expect(again.imported).toEqual(online.imported);
    expect(again.report.requests).toEqual({ asked: 0, fromCache: asked });
  });

  test('says offline which request it has not', async () => {
    await get(data, both);
    const offline = { ...viaServer(server.base, cache), client: null };
    await expect(fetchKolada(question({ ...both, years: [2019] }), offline)).rejects.toThrow(
      /data\/kpi\/U31473\/year\/2019: not in the cache .*run once without --offline/,
    );
  });

  test('lets a fetch go on where it was stopped, with the same result as one that was not', async () => {
    server.world = { ...server.world, data };
    const stop = new AbortController();
    server.mishap = (url) => {
      if (!url.pathname.includes('U31485/year')) return false;
      stop.abort();
      return true;
    };
    const stopped = fetchKolada(question(both), viaServer(server.base, cache, { signal: stop.signal }));
    await expect(stopped).rejects.toThrow(/abort/i);
    expect(readdirSync(join(cache, 'requests'))).toHaveLength(2);
    server.mishap = null;
    const resumed = await fetchKolada(question(both), viaServer(server.base, cache));
    expect(resumed.report.requests).toEqual({ asked: 1, fromCache: 2 });
    const whole = await fetchKolada(question(both), viaServer(server.base, join(scratch(), 'cache')));
    expect(resumed.imported).toEqual(whole.imported);
  });

  test('keeps old answers at --refresh, and a merged folder then has the revised value', async () => {
    const first = await get(data, both);
    server.world = { ...server.world, data: [record('U31473', '0180', 2016, value(0)), data[1]!] };
    const unchanged = await fetchKolada(question(both), viaServer(server.base, cache));
    expect(unchanged.imported.answers).toEqual(first.imported.answers);
    const later = { ...viaServer(server.base, cache), refresh: true, date: () => '2027-01-01T00:00:00.000Z' };
    const second = await fetchKolada(question(both), later);
    expect(readdirSync(join(cache, 'objects'))).toHaveLength(4);
    const empty = readRawFolder(join(scratch(), 'none'));
    const { folder } = merge(empty, first.imported);
    const merged = merge(folder, second.imported);
    expect(merged.changed['answers.csv']).toBe(1);
    expect(merged.conflicts).toEqual([]);
    expect([...merged.folder.tables['answers.csv'].values()].map((r) => r.answer).sort()).toEqual([
      'Ja',
      'Nej',
    ]);
  });

  test('does not let a changed answer remove what another fetch took of it', async () => {
    const women = [record('N02904', '0180', 2016, value(1), value(2, { gender: 'K' }))];
    const empty = readRawFolder(join(scratch(), 'none'));
    const { folder } = merge(empty, (await get(women, { kpis: ['N02904'], gender: 'K' })).imported);
    const all = question({ kpis: ['N02904'] });
    const via = { ...viaServer(server.base, cache), refresh: true };
    const same = (await fetchKolada(all, via)).imported;
    expect(() => refuseLoss(folder, same, all)).not.toThrow();
    server.world = { ...server.world, data: [record('N02904', '0180', 2016, value(5))] };
    const changed = (await fetchKolada(all, via)).imported;
    expect(() => refuseLoss(folder, changed, all)).toThrow(/N02904 0180 2016 K: .*has changed since/);
    expect(() => refuseLoss(folder, changed, { ...all, gender: 'K' })).not.toThrow();
    expect(() => refuseLoss(folder, changed, { gender: 'K', units: ['0114'] })).toThrow(UsageError);
  });

  test('has no answer that was broken, and no temporary file', async () => {
    server.mishap = (url, response) =>
      url.pathname.includes('U31485/year') && send(response, 200, '{"values"');
    await expect(get(data, both)).rejects.toThrow(/no JSON/);
    expect(readdirSync(join(cache, 'requests'))).toHaveLength(2);
    const files = readdirSync(cache, { recursive: true, encoding: 'utf8' });
    expect(files.filter((f) => f.endsWith('.tmp'))).toEqual([]);
  });

  test('names a file of it that was changed or lost, and mends it with --refresh', async () => {
    await get(data, both);
    const [object] = readdirSync(join(cache, 'objects'));
    const file = join(cache, 'objects', object!);
    for (const spoil of [() => writeFileSync(file, '{}'), () => rmSync(file)]) {
      spoil();
      const via = viaServer(server.base, cache);
      await expect(fetchKolada(question(both), via)).rejects.toThrow(
        /objects.*(no longer that of its hash|it is gone).*--refresh/,
      );
      await fetchKolada(question(both), { ...via, refresh: true });
      await fetchKolada(question(both), via);
    }
    const [entry] = readdirSync(join(cache, 'requests'));
    writeFileSync(join(cache, 'requests', entry!), '{"request": 1}');
    await expect(fetchKolada(question(both), viaServer(server.base, cache))).rejects.toThrow(/not an entry/);
  });

  test('that cannot be written is one line', async () => {
    const file = join(scratch(), 'file');
    writeFileSync(file, '');
    const via = viaServer(server.base, join(file, 'cache'));
    await expect(fetchKolada(question(both), via)).rejects.toThrow(/choose another with --cache/);
  });
});

describe('the real values of five KPIs', () => {
  const file = join(packageRoot(), '..', 'shared', 'real', 'kolada-5-kpis-2015-2021.csv');
  const there = existsSync(file);
  if (!there) console.warn(`skipped: ${file} is not here`);

  test.skipIf(!there)(
    'come through the API into a folder that can be read, with the counts of the file',
    async () => {
      const { data } = Papa.parse<Record<string, string>>(readFileSync(file, 'utf8'), {
        header: true,
        skipEmptyLines: true,
      });
      const ids = [...new Set(data.map((r) => r.kpi!))];
      const served = data.map((r) =>
        record(r.kpi!, r.municipality!, Number(r.period), {
          gender: r.gender,
          count: 1,
          status: r.status,
          value: r.value === '' ? null : Number(r.value),
          isdeleted: false,
        }),
      );
      const years = [2015, 2016, 2017, 2018, 2019, 2020, 2021];
      const world = { kpis: ids.map((id) => ({ id, title: `Nyckeltal ${id}, andel (%)` })), perPage: 700 };
      const { imported, report } = await get(served, { kpis: ids, years }, world);
      const { answers, indicators, units } = readDataFolder(write(imported));
      expect(units).toHaveLength(new Set(data.map((r) => r.municipality)).size);
      for (const id of ids) {
        const mine = data.filter((r) => r.kpi === id);
        const position = indicators.findIndex((i) => i.id === `kolada-${id}`);
        const read = Array.from(answers.code).filter((_, i) => answers.indicator[i] === position);
        expect(read).toHaveLength(mine.length);
        expect(read.filter(Number.isFinite)).toHaveLength(mine.filter((r) => r.value !== '').length);
        const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
        expect(sum(read.filter(Number.isFinite))).toBeCloseTo(
          sum(mine.filter((r) => r.value !== '').map((r) => Number(r.value))),
          6,
        );
        const { missing: gone } = report.kpis.find((k) => k.kpi === id)!;
        expect(gone.okand ?? 0).toBe(mine.filter((r) => r.status === 'Missing').length);
        expect(gone.undertryckt ?? 0).toBe(mine.filter((r) => r.status === 'Privacy').length);
      }
    },
  );
});
