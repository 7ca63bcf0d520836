import { messages, type Lang } from '../../reports/locales/language.js';
import { FIRST_PORT, serveFolder } from './serve/server.js';

export interface ServeCommandOptions {
  readonly port?: number;
  readonly lang: Lang;
}

/** `oj serve [folder]`: shows a folder of results in the browser until Ctrl-C, which is no error: exit code 0. */
export async function serveCommand(folder: string, { port, lang }: ServeCommandOptions): Promise<void> {
  const { outputs } = messages(lang);
  const ended = new Promise<void>((stop) => process.once('SIGINT', stop).once('SIGTERM', stop));
  const serving = await serveFolder({ folder, port: port ?? null, lang });
  if (port === undefined && serving.port !== FIRST_PORT)
    process.stderr.write(`${outputs.nextPort(String(FIRST_PORT), String(serving.port))}\n`);
  process.stdout.write(`${outputs.serving(folder, serving.url)}\n`);
  process.stderr.write(`${outputs.readOnly}\n`);
  await ended;
  await serving.close();
  process.exitCode = 0;
}
