import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** The texts of an office file's XML parts, by path. */
export function xmlParts(bytes: Uint8Array): Map<string, string> {
  const parts = Object.entries(unzipSync(bytes)).filter(([path]) => /\.(xml|rels)$/.test(path));
  return new Map(parts.map(([path, content]) => [path, strFromU8(content)]));
}

/** Throws where a text is no well-formed XML with its namespaces declared. */
export function checkXml(path: string, text: string): void {
  const parser = new SaxesParser({ xmlns: true, fileName: path });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
}

/** Why LibreOffice cannot be used here for a format; null where it can. */
export function noOffice(module: 'writer' | 'calc'): string | null {
  const program = ['/usr/bin/soffice', '/usr/local/bin/soffice'].find((path) => existsSync(path));
  if (!program) return 'soffice is not installed';
  const filter = `/usr/lib/libreoffice/program/lib${module === 'writer' ? 'sw' : 'sc'}lo.so`;
  return existsSync(filter) ? null : `LibreOffice is installed without ${module}`;
}

/** The file converted by LibreOffice, with settings of its own so that no other instance is disturbed. */
export function convert(bytes: Uint8Array, from: 'docx' | 'xlsx', to: 'pdf' | 'csv'): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'oj-office-'));
  try {
    writeFileSync(join(folder, `in.${from}`), bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    execFileSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', folder, join(folder, `in.${from}`)], { stdio: 'ignore', timeout: 120_000 }); // prettier-ignore
    return readFileSync(join(folder, `in.${to}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
