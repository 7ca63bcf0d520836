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
