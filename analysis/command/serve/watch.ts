import { watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';
import { listFiles, listFolders } from './folder.js';

/** Files are written and renamed in a burst: told once when it is over. */
const DEBOUNCE = 150;
const POLL = 1000;

/**
 * Tells when the files of a folder have changed, at any depth, once per burst; stops with the signal. Each folder is watched by
 * itself: a recursive watch of Node on Linux follows files, and loses one that another is renamed over, as our writer does.
 * Where the system cannot tell (network disks, too many watches), looks every second.
 */
export function watchFolder(folder: string, changed: () => void, signal: AbortSignal): void {
  const look = () =>
    listFiles(folder)
      .map((f) => `${f.path}\0${f.size}\0${f.changed}`)
      .join('\n');
  const watchers = new Map<string, FSWatcher>();
  let waiting: NodeJS.Timeout | undefined;
  let poll: NodeJS.Timeout | undefined;
  const drop = (inner: string) => {
    watchers.get(inner)?.close();
    watchers.delete(inner);
  };
  const follow = () => {
    const now = listFolders(folder);
    for (const inner of watchers.keys()) if (!now.includes(inner)) drop(inner);
    for (const inner of now) {
      if (watchers.has(inner) || poll) continue;
      try {
        watchers.set(
          inner,
          watch(join(folder, inner), soon).on('error', () => failed(inner)),
        );
      } catch {
        failed(inner);
      }
    }
  };
  const compare = () => {
    if (signal.aborted) return;
    // Before looking, so that nothing written in between is missed.
    follow();
    const now = look();
    if (now === seen) return;
    seen = now;
    changed();
  };
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(compare, DEBOUNCE);
  };
  const failed = (inner: string) => {
    drop(inner);
    if (!signal.aborted) poll ??= setInterval(compare, POLL);
  };
  follow();
  let seen = look();
  signal.addEventListener('abort', () => {
    for (const inner of [...watchers.keys()]) drop(inner);
    clearTimeout(waiting);
    clearInterval(poll);
  });
}
