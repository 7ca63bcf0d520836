import { describe, expect, test } from 'vitest';
import { markdownHtml } from '../../reports/notebook/markdown.js';

const render = (text: string, level = 1) => markdownHtml(text, { lang: 'en', level }).toString();

describe('Markdown of a notebook', () => {
  test('has formulas as MathML, without styles of their own', () => {
    const text = render('Then $\\hat\\beta = 1$ and\n\n$$\n\\frac{a}{b}\n$$\n');
    expect(text).toMatch(/<p>Then <math>.*β.*<\/math> and<\/p>/s);
    expect(text).toContain('<math display="block"');
    expect(text).not.toContain('style=');
  });

  test('takes prices for prices', () => expect(render('from $5 to $6 and $ x')).not.toContain('<math'));

  test('says which formula cannot be read', () => {
    expect(render('$\\frac{1$')).toMatch(/cannot be read: <code>\\frac\{1<\/code>/);
  });

  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[a](javascript:alert(1))',
    '![a](https://example.org/x.png "\\" onload=alert(1)")',
    '$\\href{javascript:alert(1)}{x}$',
    '$\\text{<script>}$',
    '`<script>`',
  ])('makes nothing live of %s', (text) => {
    const out = render(text);
    expect(out).not.toMatch(/<script|<img[^>]+src="?(?!data:)|href="javascript|<[^>]+\son\w+=/i);
  });

  test('goes down one level of headings at a time', () => {
    expect(render('### a\n\n# b\n\n#### c').match(/<h\d/g)).toEqual(['<h2', '<h2', '<h3']);
  });

  test('aligns the columns of tables by classes', () => {
    expect(render('| a | b |\n| --- | ---: |\n| 1 | 2 |')).toContain('<td class="right">2</td>');
  });
});
