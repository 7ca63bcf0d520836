import type { Manifest } from '../../analysis/results.js';

/** Seconds since 1970 of a manifest's time, for SOURCE_DATE_EPOCH. */
export const epochOf = ({ time }: Manifest): number => Math.floor(Date.parse(time) / 1000);

/**
 * `reproduce.sh`: makes `results/` anew and holds every byte of the package against its sums. `OJ` names another way to
 * run the program; nothing in the script comes from data.
 */
export const reproduceScript = (manifest: Manifest): string => `#!/bin/sh
# Makes results/ anew and compares every file of the package with SHA256SUMS.
# OJ names the program where it is not to be fetched from npm: OJ="node /path/to/clone/dist/analysis/cli.js" sh reproduce.sh
set -eu
cd "$(dirname "$0")"
: "\${OJ:=npx --yes --package oppna-jamforelser@${manifest.version} oj}"
if command -v sha256sum > /dev/null; then check='sha256sum -c'; else check='shasum -a 256 -c'; fi
(cd data && $check SHA256SUMS)
rm -rf results.packaged
mv results results.packaged
SOURCE_DATE_EPOCH=${epochOf(manifest)}
export SOURCE_DATE_EPOCH
# Exit code 1: some cells could not be estimated, as in the packaged run.
$OJ ${manifest.command.replace(/^oj /, '')} || [ $? -eq 1 ]
$check SHA256SUMS
rm -rf results.packaged
`;
