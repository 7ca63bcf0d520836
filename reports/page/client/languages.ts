import { all, find } from './dom.js';
import { hold } from './hold.js';
import { buildAll } from './later.js';
import { canUnpack, unpack } from './unpack.js';

interface Version {
  readonly title: string;
  readonly body: DocumentFragment;
}

/** The versions that are not shown now and have been. */
const kept = new Map<string, Version>();

/** Puts the page's body in another language where the present one is, and keeps that for the way back. False where it cannot. */
export async function showLanguage(lang: string): Promise<boolean> {
  const next = kept.get(lang) ?? (await packedVersion(lang));
  const container = document.getElementById('version');
  if (!next || !container) return false;
  const body = document.createDocumentFragment();
  body.append(...container.childNodes);
  kept.set(document.documentElement.lang, { title: document.title, body });
  buildAll(next.body);
  container.append(next.body);
  document.documentElement.lang = lang;
  document.title = next.title;
  return true;
}

async function packedVersion(lang: string): Promise<Version | null> {
  const source = all<HTMLScriptElement>('script[data-lang]').find((s) => s.dataset['lang'] === lang);
  if (!source || !canUnpack()) return null;
  const template = document.createElement('template');
  // The page's own markup, escaped where it was made; scripts in it would not run.
  template.innerHTML = await unpack(source.text);
  return { title: source.dataset['title'] ?? '', body: template.content };
}

export interface PlaceOnPage {
  readonly id: string;
  /** Distance from the window's upper edge, in pixels. */
  readonly top: number;
}

/** The heading, table or figure with an id whose upper edge is nearest to that of what is seen. */
export function presentPlace(): PlaceOnPage | null {
  const edge = find('.controls')?.getBoundingClientRect().bottom ?? 0;
  const places = all('h1, h2[id], .block[id], figure[id]')
    .filter((e) => !e.closest('[hidden], details:not([open])'))
    .map((e) => ({ id: e.id, top: e.getBoundingClientRect().top }));
  const [first, ...rest] = places;
  if (!first) return null;
  const distance = ({ top }: PlaceOnPage) => Math.abs(top - edge);
  const nearest = rest.reduce((best, p) => (distance(p) < distance(best) ? p : best), first);
  return nearest.id === '' ? null : nearest;
}

/** Scrolls so that what has the id is where it was. */
export function restorePlace(place: PlaceOnPage | null): void {
  if (place) hold(() => document.getElementById(place.id), place.top);
}
