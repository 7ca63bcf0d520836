/**
 * Text as XML can carry it: line breaks stay, other control characters become spaces, and half surrogate pairs and
 * noncharacters U+FFFD. For the formats whose libraries would write them as they are, and so a file that no one can open.
 */
export const printable = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, ' ')
    .replace(/[\p{Cs}\ufffe\uffff]/gu, '\ufffd');
