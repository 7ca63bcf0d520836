import { createHash } from 'node:crypto';
import { packageFile } from '../../data/package-file.js';
import { frameScript } from '../serve/assets.js';

/**
 * A page's script, as `client/build.mjs` bundles it with the package, one module without imports, and what lets `oj serve`
 * put the page back where it was read. `client` is that of the interactive report, `sort` that of pages with tables that
 * are sorted and filtered.
 * @throws Error where the package was not built, or where the script would end the element that it stands in
 */
export function clientScript(name: 'client' | 'sort' = 'client'): string {
  const text = `${packageFile('dist', 'reports', 'page', `${name}.js`).trimEnd()}
${frameScript}`;
  if (/<\/script|<!--/i.test(text)) throw new Error('the page’s script holds the end of a script element');
  return text;
}

/** The source expression of a content security policy for an inline text. */
export const sourceHash = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** A content security policy that allows one style sheet, one script where there is one, and nothing else. */
export function contentPolicy(style: string, script: string | null): string {
  const scripts = script === null ? '' : ` script-src ${sourceHash(script)};`;
  return `default-src 'none';${scripts} style-src ${sourceHash(style)}; img-src data:; base-uri 'none'; form-action 'none'`;
}
