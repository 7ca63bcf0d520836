import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Picture } from '../../reports/figures/pictures.js';

const PROCESS = new URL('../../reports/figures/picture-process.js', import.meta.url);

/**
 * Draws in a process of its own: what the drawing library leaves in memory, some 200 MB for fifty pictures, is given
 * back when it ends, and the formats have room. Needs the built package.
 */
export const picturesApart: Picture = (svgs) =>
  new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(PROCESS), {
      serialization: 'advanced',
      execArgv: [],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let said = '';
    child.stderr!.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.once('message', (pictures) => resolve(pictures as Uint8Array[]));
    child.once('error', reject);
    child.once('close', (code) =>
      reject(new Error(`the pictures could not be drawn (exit ${code}): ${said}`)),
    );
    child.send(svgs);
  });
