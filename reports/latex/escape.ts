import { printable } from '../tables/text-width.js';

/** Signs with a meaning to TeX, or to babel's Swedish, as commands; and signs beyond the fonts' letters by their names. */
const commands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}', '{': '\\{', '}': '\\}', $: '\\$', '&': '\\&', '#': '\\#', _: '\\_', '%': '\\%',
  '^': '\\textasciicircum{}', '~': '\\textasciitilde{}', '<': '\\textless{}', '>': '\\textgreater{}', '|': '\\textbar{}',
  '"': '\\textquotedbl{}', '`': '\\textasciigrave{}', '[': '{[}', ']': '{]}', '*': '{*}',
  '\u00a0': '~', '\u202f': '\\,', '\u2009': '\\,', '\u2007': '\\enspace{}', '\u00ad': '\\-', '\u2011': '\\mbox{-}',
  '–': '\\textendash{}', '—': '\\textemdash{}', '−': '\\ensuremath{-}', '…': '\\ldots{}', '·': '\\textperiodcentered{}',
  '•': '\\textbullet{}', '†': '\\textdagger{}', '‡': '\\textdaggerdbl{}', '°': '\\textdegree{}', '§': '\\S{}', '¶': '\\P{}',
  '‘': '\\textquoteleft{}', '’': '\\textquoteright{}', '“': '\\textquotedblleft{}', '”': '\\textquotedblright{}',
  '„': '\\quotedblbase{}', '«': '\\guillemotleft{}', '»': '\\guillemotright{}', '€': '\\texteuro{}', '£': '\\pounds{}',
  '×': '\\ensuremath{\\times}', '÷': '\\ensuremath{\\div}', '±': '\\ensuremath{\\pm}', '≤': '\\ensuremath{\\leq}',
  '≥': '\\ensuremath{\\geq}', '≠': '\\ensuremath{\\neq}', '≈': '\\ensuremath{\\approx}', '→': '\\ensuremath{\\rightarrow}',
  '←': '\\ensuremath{\\leftarrow}', '√': '\\ensuremath{\\surd}', '∞': '\\ensuremath{\\infty}', '²': '\\ensuremath{{}^2}',
  '³': '\\ensuremath{{}^3}', '½': '\\ensuremath{\\frac{1}{2}}', 'α': '\\ensuremath{\\alpha}', 'β': '\\ensuremath{\\beta}',
  'γ': '\\ensuremath{\\gamma}', 'Δ': '\\ensuremath{\\Delta}', 'ε': '\\ensuremath{\\varepsilon}', 'η': '\\ensuremath{\\eta}',
  'κ': '\\ensuremath{\\kappa}', 'λ': '\\ensuremath{\\lambda}', 'μ': '\\ensuremath{\\mu}', 'µ': '\\ensuremath{\\mu}',
  'ρ': '\\ensuremath{\\rho}', 'σ': '\\ensuremath{\\sigma}', 'χ': '\\ensuremath{\\chi}', 'ω': '\\ensuremath{\\omega}',
}; // prettier-ignore

/** Letters that the T1 encoding of TeX's own fonts has: Latin-1's, and those of Central Europe and Turkish. */
const LETTER = /[À-ÖØ-öø-ÿĂăĄąĆćČčĎďĐđĘęĚěĞğİıĹĺĽľŁłŃńŇňŐőŒœŔŕŘřŚśŞşŠšŢţŤťŮůŰűŸŹźŻżŽž]/;
const PLAIN = /[A-Za-z0-9 !'()+,./:;=?@-]/;

/** The command of the preamble for a sign that TeX's own fonts do not have. */
export const ODD_SIGN = '\\oddsign{}';

const LONG_WORD = 25;
const PIECE = 4;

/**
 * Text as LaTeX source that shows it and does nothing else, whatever engine sets it. Control and direction characters
 * are left out, composed letters are kept, other signs that the fonts lack become a small box; a long word may break.
 */
export function latexText(text: string): string {
  const plain = printable(text.replace(/[\t\n\r\f\v\u0085\p{Zl}\p{Zp}]+/gu, ' '));
  return plain
    .split(/(?<=[\s-])/)
    .map((word) => (word.length < LONG_WORD ? escaped(word) : (word.match(PIECES) ?? []).map(escaped).join('\\allowbreak{}')))
    .join('')
    .replace(/(?<=[-',])(?=[-',])/g, '{}'); // prettier-ignore
}

const PIECES = new RegExp(`.{1,${PIECE}}`, 'gsu');

function escaped(text: string): string {
  let source = '';
  for (const sign of text) source += commandOf(sign);
  return source;
}

function commandOf(sign: string): string {
  if (Object.hasOwn(commands, sign)) return commands[sign]!;
  if (PLAIN.test(sign) || LETTER.test(sign)) return sign;
  // What is left of combining marks and selectors belongs to the sign before.
  return /\p{M}/u.test(sign) ? '' : ODD_SIGN;
}

/** LaTeX source of a text cut with an ellipsis where it is longer than a number of characters. */
export function latexShort(text: string, most: number): string {
  const signs = Array.from(text);
  return latexText(
    signs.length <= most
      ? text
      : `${signs
          .slice(0, most - 1)
          .join('')
          .trimEnd()}…`,
  );
}

/** Text for the properties of the PDF: letters, digits and a few signs that need no escaping. */
export const latexProperty = (text: string): string =>
  Array.from(printable(text).slice(0, 300), (sign) => (/[A-Za-z0-9 .:;()/+-]/.test(sign) || LETTER.test(sign) ? sign : ' ')).join('').trim(); // prettier-ignore
