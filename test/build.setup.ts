import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The commands are tested as they are run: built. OJ_BUILT says that they are. */
export default function build(): void {
  if (process.env['OJ_BUILT'] === '1') return;
  const root = join(dirname(fileURLToPath(import.meta.url)), '..');
  const run = (...args: string[]) => execFileSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  run(join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json');
  run(join(root, 'reports', 'page', 'client', 'build.mjs'));
}
