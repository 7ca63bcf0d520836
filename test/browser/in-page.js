/* global document, getComputedStyle */
/* eslint no-unused-vars: off -- called by name from report.test.ts */
// Run inside the page by report.test.ts: what it looks like, measured where it is drawn.

function widths() {
  return [document.documentElement.scrollWidth, document.body.scrollWidth];
}

function styleOf(selector, property) {
  return getComputedStyle(document.querySelector(selector))[property];
}

function scrolled(selector) {
  return document.querySelector(selector).scrollLeft;
}

/** The element with the focus: its name and id, and whether it is on the screen. */
function focused() {
  const { className, id } = document.activeElement;
  const { top, height } = document.activeElement.getBoundingClientRect();
  return { name: className, id, seen: top >= 0 && height > 10 };
}

/** Targets of links within the page that do not exist or take no room. */
function deadAnchors() {
  return [...document.querySelectorAll('a[href^="#"]')]
    .map((a) => a.hash.slice(1))
    .filter((id) => !document.getElementById(id)?.getBoundingClientRect().height);
}

/** Contrast ratios (WCAG 2) of one element of each kind of text, against the nearest ground that is painted. */
function contrasts() {
  const parse = (color) => (color.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (color) => {
    const [r = 0, g = 0, b = 0] = parse(color).map((c) => {
      const share = c / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    if (!element) return 'rgb(255, 255, 255)';
    const { backgroundColor } = getComputedStyle(element);
    return parse(backgroundColor)[3] === 0 ? ground(element.parentElement) : backgroundColor;
  };
  const kinds = [
    'h1', '.lead', '.made', '.kicker', '.bar', '.synthetic p', 'nav a', 'main p', '.facts dt', '.facts dd span', '.notes li',
    'summary', '.stub', 'small', 'footer p', '.tag', 'td.same b.up', 'td.opposite b', 'td.opposite i', 'td.only-published i',
    'td.only-computed b.down', 'td.other-level b', 'td.not-comparable b',
  ]; // prettier-ignore
  return kinds.flatMap((kind) => {
    const element = [...document.querySelectorAll(kind)].find((e) => e.textContent.trim() !== '');
    if (!element) return [[kind, 0]];
    const [a, b] = [luminance(getComputedStyle(element).color), luminance(ground(element))];
    return [[kind, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)]];
  });
}

/** Texts of a picture whose boxes overlap one another, or pass the picture's edge. */
function collisions() {
  const found = [];
  for (const svg of document.querySelectorAll('svg.figure')) {
    const edge = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll('text')]
      .filter((t) => t.textContent.trim() !== '' && getComputedStyle(t).opacity !== '0')
      .map((t) => ({ text: t.textContent, box: t.getBoundingClientRect() }));
    texts.forEach(({ text, box }, i) => {
      if (
        box.left < edge.left - 1 ||
        box.right > edge.right + 1 ||
        box.top < edge.top - 1 ||
        box.bottom > edge.bottom + 1
      )
        found.push(`${svg.id}: ${text} leaves the picture`);
      for (const other of texts.slice(i + 1)) {
        const width = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const height = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        if (width > 1 && height > 3) found.push(`${svg.id}: ${text} / ${other.text}`);
      }
    });
  }
  return found;
}

/** Controls, cells and links of their own line that are smaller than 24 by 24 pixels (WCAG 2.2, 2.5.8). */
function smallTargets() {
  const targets = document.querySelectorAll(
    '.controls :is(select, button), dialog button, .block table.marks tbody td, summary',
  );
  return [...targets]
    .filter((e) => e.checkVisibility())
    .map((e) => [e.outerHTML.slice(0, 60), e.getBoundingClientRect()])
    .filter(([, { width, height }]) => width < 24 || height < 24)
    .map(([html, { width, height }]) => `${html} ${width} × ${height}`);
}

/** Whether the element with the focus is on the screen, and nothing but it or its parts at its corners and middle. */
function focusIsClear() {
  const focused = document.activeElement;
  const { left, right, top, bottom } = focused.getBoundingClientRect();
  const points = [
    [left + 3, top + 3],
    [right - 3, bottom - 3],
    [(left + right) / 2, (top + bottom) / 2],
  ];
  return points.every(([x, y]) => focused.contains(document.elementFromPoint(x, y)));
}

function focusOutline() {
  return getComputedStyle(document.activeElement.firstElementChild).outlineStyle;
}

/** The text spacing of WCAG 2.1, 1.4.12. */
function spaceText() {
  for (const e of document.querySelectorAll('body, body *')) {
    e.style.setProperty('line-height', '1.5', 'important');
    e.style.setProperty('letter-spacing', '0.12em', 'important');
    e.style.setProperty('word-spacing', '0.16em', 'important');
  }
}

/** Texts of the page and its controls that are cut off. */
function clippedText() {
  return [...document.querySelectorAll('.controls label, .controls p, .bar, h1, h2, h3, p, dd, dt')]
    .filter((e) => e.checkVisibility() && !e.closest('.heard') && !e.classList.contains('heard'))
    .filter((e) => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== 'visible')
    .map((e) => e.outerHTML.slice(0, 80));
}

/** Elements that reach beyond the window's right edge, other than within a region that scrolls by itself. */
function tooWide() {
  return [...document.querySelectorAll('body *')]
    .filter((e) => !e.closest('.scroll *, svg, .heard') && e.checkVisibility())
    .filter((e) => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .map((e) => e.outerHTML.slice(0, 80));
}
