import { statSync, watch, type FSWatcher } from 'node:fs';
import { basename, dirname } from 'node:path';

/** Editors write a file in several steps: told once when they are over. */
const DEBOUNCE = 40;
const POLL = 500;

/**
 * Tells when one of some files has been saved, once per burst; stops with the signal. Their folders are watched, since
 * an editor that renames a new file over the old one takes the old one's watch with it. Where the system cannot
 * tell, looks twice a second.
 * @param files the files to watch now; asked for again by `follow`
 */
export function watchFiles(
  files: () => readonly string[],
  changed: () => void,
  signal: AbortSignal,
): { readonly follow: () => void } {
  const watchers = new Map<string, FSWatcher>();
  let waiting: NodeJS.Timeout | undefined;
  let poll: NodeJS.Timeout | undefined;
  const look = () => files().map(stampOf).join('\n');
  let seen = look();
  const compare = () => {
    const now = look();
    if (signal.aborted || now === seen) return;
    seen = now;
    changed();
  };
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(compare, DEBOUNCE);
  };
  const failed = () => {
    if (!signal.aborted) poll ??= setInterval(compare, POLL);
  };
  const follow = () => {
    for (const folder of new Set(files().map((file) => dirname(file)))) {
      if (watchers.has(folder)) continue;
      try {
        const watcher = watch(folder, (_event, name) => {
          if (name === null || files().some((file) => basename(file) === name)) soon();
        });
        watchers.set(folder, watcher.on('error', failed));
      } catch {
        failed();
      }
    }
    seen = look();
  };
  follow();
  signal.addEventListener('abort', () => {
    for (const watcher of watchers.values()) watcher.close();
    clearTimeout(waiting);
    clearInterval(poll);
  });
  return { follow };
}

function stampOf(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat ? `${file}\0${stat.size}\0${stat.mtimeMs}` : file;
}
