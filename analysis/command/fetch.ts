import { setTimeout as wait } from 'node:timers/promises';
import { refuseLoss } from '../../data/imports/kolada/again.js';
import { baseUrl, KOLADA } from '../../data/imports/kolada/address.js';
import { openCache } from '../../data/imports/kolada/cache.js';
import { koladaClient } from '../../data/imports/kolada/client.js';
import { fetchKolada } from '../../data/imports/kolada/fetch.js';
import type { Gender } from '../../data/imports/kolada/parse.js';
import type { KoladaQuestion } from '../../data/imports/kolada/requests.js';
import { formatProblems, UsageError } from '../../data/problems.js';
import type { CommonOptions } from '../cli.js';
import { Interrupted } from './errors.js';
import { reportText } from './fetch-text.js';
import { mergeRecord } from './import-changes.js';
import { openTarget, writeInto } from './import-into.js';
import { progress } from './progress.js';
import { currentRun, printJson } from './run.js';

export interface FetchKoladaOptions extends Pick<CommonOptions, 'lang' | 'json'> {
  readonly kpi?: readonly string[];
  readonly search?: string;
  readonly years?: readonly number[];
  readonly gender: Gender;
  readonly units: readonly string[];
  readonly ou?: boolean;
  readonly allMatches?: boolean;
  readonly area: string;
  readonly into: string;
  readonly cache: string;
  readonly offline?: boolean;
  readonly refresh?: boolean;
  readonly replace?: boolean;
  readonly base?: string;
}

/**
 * `oj fetch kolada`: values of Kolada into a canonical folder. Exit code 1 where a KPI asked for gave nothing. A stop leaves
 * the cache usable and the folder as it was.
 */
export async function fetchKoladaCommand(options: FetchKoladaOptions): Promise<void> {
  const { lang, json, into } = options;
  if (options.ou && !options.kpi && options.search === undefined)
    throw new UsageError(
      '--ou: found no KPI; expected --kpi or --search beside it (the staffing measures of the codebook come without)',
    );
  if (options.search?.trim() === '')
    throw new UsageError('--search: found an empty text; expected part of a title');
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  const say = progress();
  try {
    const question = questionOf(options);
    const target = openTarget(into);
    const count = say.count(lang === 'sv' ? 'Hämtar från Kolada' : 'Fetching from Kolada', lang);
    const { imported, report } = await fetchKolada(question, via(options, stop.signal), count);
    stop.signal.throwIfAborted();
    refuseLoss(target.folder, imported, question);
    const nothing = imported.answers.length + imported.careValues.length === 0;
    const merged = nothing
      ? null
      : writeInto(target, imported, {
          replace: options.replace,
          signal: stop.signal,
        });
    say.done();
    if (imported.problems.length > 0) process.stderr.write(`${formatProblems(imported.problems)}\n`);
    const { problems } = imported;
    if (json) printJson({ folder: into, ...report, ...mergeRecord(merged), problems });
    else process.stdout.write(reportText({ into, report, merged, imported }, options));
    const empty =
      report.gone.length > 0 ||
      report.kpis.some((k) => k.values === 0) ||
      imported.problems.some((p) => p.code === 'kolada-no-units');
    process.exitCode = empty || nothing ? 1 : 0;
  } catch (error) {
    say.done();
    if (!stop.signal.aborted) throw error;
    process.stderr.write(
      lang === 'sv'
        ? `Det som hämtats finns i ${options.cache}: samma kommando fortsätter därifrån.\n`
        : `What was fetched is in ${options.cache}: the same command goes on from there.\n`,
    );
    throw new Interrupted();
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
}

function questionOf(options: FetchKoladaOptions): KoladaQuestion {
  const { kpi, search, years, gender, units, ou, allMatches, area } = options;
  return {
    kpis: kpi ?? null,
    search: search?.trim() ?? null,
    years: years ?? null,
    gender,
    units: units.length === 1 && units[0] === 'K' ? null : units,
    ou: ou === true,
    allMatches: allMatches === true,
    area,
  };
}

function via({ base = KOLADA, cache, offline, refresh }: FetchKoladaOptions, signal: AbortSignal) {
  const root = baseUrl(base);
  const outside = {
    fetch,
    now: () => Date.now(),
    sleep: async (milliseconds: number, until: AbortSignal) => {
      await wait(milliseconds, undefined, { signal: until });
    },
    // Spreads the attempts of many clients; no result depends on it.
    random: () => Math.random(),
  };
  return {
    base: root,
    cache: openCache(cache),
    client: offline ? null : koladaClient(outside, { base: root, signal }),
    refresh: refresh === true,
    date: () => currentRun().time,
  };
}
