import { parentPort, workerData } from 'node:worker_threads';
import { writeFiles } from '../../../reports/write.js';
import { localView } from '../../local/index.js';
import type { Panel } from '../../panel/panel.js';
import type { Manifest } from '../../results.js';
import type { ReportJob, ReportSettings } from './job.js';
import { documentFiles, makeDocument } from './make.js';

/** What a worker is given once. */
export interface WorkerData {
  readonly panel: Panel;
  readonly manifest: Manifest;
  readonly settings: ReportSettings;
  readonly folder: string;
}

/** A worker thread: it is given the panel once, then jobs, and answers each with the paths of what it wrote. */
const { panel, manifest, settings, folder } = workerData as WorkerData;
const source = { view: localView(panel), manifest };

parentPort!.on('message', ({ index, job }: { index: number; job: ReportJob }) => {
  void write(job).then((paths) => parentPort!.postMessage({ index, paths }));
});

async function write(job: ReportJob): Promise<string[]> {
  const files = await documentFiles(makeDocument(source, job, settings), settings.formats);
  writeFiles(folder, files);
  return files.map(({ path }) => path);
}
