import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { join } from 'node:path';
import { packageRoot } from '../../data/location.js';
import { UsageError } from '../../data/problems.js';
import type { Document } from '../document/document.js';
import { pdfContent, type PdfOptions } from './content.js';
import { fontFiles } from '../../data/fonts.js';
import { template } from './template.js';

/**
 * A document as tagged PDF (PDF/UA-1, A4), set by Typst: title, language, bookmarks, contents with page numbers, and on
 * synthetic data the stamp at the head of every page. The same document gives the same bytes on every machine: no
 * font but the shipped one is used, and the only clock is the document's time.
 * @throws UsageError where the document's time is none; Error with the compiler's words where it cannot be set.
 */
export async function renderPdf(document: Document, options: PdfOptions = {}): Promise<Uint8Array> {
  const seconds = Math.floor(Date.parse(document.time) / 1000);
  // Without a Z the time would be the machine's own.
  if (!Number.isFinite(seconds) || !document.time.endsWith('Z'))
    throw new UsageError(
      `cannot make a PDF of ${document.id}: found the time ${JSON.stringify(document.time)}; expected ISO 8601, as 2021-06-17T12:00:00Z`,
    );
  const { json, pictures } = pdfContent(document, options);
  const compiler = await newCompiler();
  const put = (path: string, text: string) => compiler.mapShadow(join(WORKSPACE, path), Buffer.from(text));
  put('/document.json', json);
  for (const [path, svg] of pictures) put(path, svg);
  const compiled = compiler.compile({ mainFileContent: template });
  if (compiled.result === null) throw failure(document, compiled.takeError()?.shortDiagnostics);
  try {
    const bytes = compiler.pdf(compiled.result, { pdfStandard: 'ua-1', creationTimestamp: seconds });
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  } finally {
    // The compiler's memory is global, and would keep every document of a long run.
    compiler.evictCache(0);
  }
}

/** Nothing is there: the compiler sees the files given to it in memory, and no others. */
const WORKSPACE = join(packageRoot(), 'reports', 'pdf', 'in-memory');

/** The compiler is a large native library: loaded when the first PDF is made, and by no other command. */
async function newCompiler(): Promise<NodeCompiler> {
  const { NodeCompiler: Compiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  return Compiler.create({ workspace: WORKSPACE, fontArgs: [{ fontBlobs: [...fontFiles()] }] });
}

const failure = ({ id }: Document, diagnostics: unknown): Error =>
  new Error(`the PDF of ${id} could not be set: ${JSON.stringify(diagnostics)}`);
