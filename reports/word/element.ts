import { ImportedXmlComponent, type FileChild, TextRun, type XmlComponent } from 'docx';
import { printable } from '../printable.js';

type Attributes = Readonly<Record<string, string | number>>;

/** An element of WordprocessingML that the library has no class for: table styles, the table of contents. */
export function element(
  name: string,
  attributes: Attributes = {},
  ...children: readonly (XmlComponent | string)[]
): ImportedXmlComponent {
  const made = new ImportedXmlComponent(name, Object.keys(attributes).length > 0 ? attributes : undefined);
  for (const child of children) made.push(child);
  return made;
}

/** `<w:b w:val="1"/>`: most elements have this one attribute. */
export const valued = (name: string, value: string | number): ImportedXmlComponent =>
  element(name, { 'w:val': value });

/** An element as a part of the body: the library takes any, and its types only its own. */
export const bodyElement = (made: ImportedXmlComponent): FileChild => made as unknown as FileChild;

/**
 * Text as runs of a style of characters; line breaks stay line breaks. The library puts numbers in the place of
 * `{name}` wherever it finds them after the whole is written, so that a brace never stands beside what follows it.
 */
export function runs(text: string, style?: string): TextRun[] {
  const look = style === undefined ? {} : { style };
  return printable(text)
    .split('\n')
    .map(
      (line, i) => new TextRun({ ...look, ...(i > 0 ? { break: 1 } : {}), children: line.split(/(?<=\{)/) }),
    );
}
