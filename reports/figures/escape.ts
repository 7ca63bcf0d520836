// Characters that reverse or isolate the direction of what follows: a label could disguise the text after it.
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
// Characters that XML 1.0 does not allow at all.
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for the content or a quoted attribute of HTML or SVG. Direction and control characters are left out. */
export function escapeXml(text: string): string {
  return withoutHidden(text).replace(/[&<>"']/g, (c) => ENTITIES[c]!); // prettier-ignore
}

/** Text without signs that turn the direction of what follows, that XML does not allow, or that are half a sign. */
export const withoutHidden = (text: string): string =>
  text
    .replace(DIRECTION, '')
    .replace(FORBIDDEN, '')
    .replace(/\p{Cs}/gu, '');
