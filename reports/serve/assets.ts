/** The style sheet of the page at `/`. */
export const serveStyle = `:root {
  color-scheme: light dark;
  --paper: #fcfbf8; --ink: #1b1f24; --muted: #565f69; --rule: #d9dce0; --link: #0b4f94;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #14171a; --ink: #e8e6e1; --muted: #a3abb3; --rule: #363c43; --link: #8ec1f5; }
}
* { box-sizing: border-box; }
html, body { height: 100%; }
body { margin: 0; display: flex; flex-direction: column; background: var(--paper); color: var(--ink);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Liberation Sans", sans-serif; }
header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1.25rem; padding: .45rem 1rem; border-bottom: 1px solid var(--rule); }
h1 { margin: 0; font-size: 1rem; font-weight: 600; max-width: 60vw; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
#state { margin: 0; color: var(--muted); font-size: .87rem; }
details { margin-left: auto; }
details[open] { flex-basis: 100%; margin-left: 0; }
summary { cursor: pointer; color: var(--link); }
ul { list-style: none; margin: .4rem 0; padding: 0; max-height: 40vh; overflow: auto; columns: 18rem; column-gap: 2rem; }
li { break-inside: avoid; overflow-wrap: anywhere; }
li span { color: var(--muted); font-size: .82rem; white-space: nowrap; }
a { color: var(--link); }
main { flex: 1; min-height: 0; display: flex; }
iframe { flex: 1; border: 0; width: 100%; height: 100%; background: #fff; }
main > p { padding: 1rem; }
.skip { position: absolute; left: .5rem; top: -4rem; background: var(--ink); color: var(--paper); padding: .5rem .9rem; }
.skip:focus { top: .5rem; z-index: 1; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
`;

/**
 * The script of the page at `/`: when the folder changes it reads the list of files and the frame again. The frame has an
 * origin of its own, so it must itself tell where it is scrolled to (`frameScript`); one that does not begins at its top.
 */
export const serveScript = `const state = document.getElementById('state');
const frame = document.querySelector('iframe');
const { changed, lost } = document.documentElement.dataset;
const live = state.textContent;
let at = { path: frame && new URL(frame.src).pathname, hash: '', y: 0 };
let back = null;
addEventListener('message', ({ source, data }) => {
  if (!frame || source !== frame.contentWindow || typeof data !== 'object' || data === null) return;
  if (data.oj === 'ready' && back) {
    source.postMessage({ oj: 'to', y: back.y }, '*');
    back = null;
  }
  const { path, hash, y } = data;
  const known = /^[/]files[/]/.test(path) && /^(#.{0,300})?$/.test(hash) && Number.isFinite(y);
  if (data.oj === 'at' && known) at = { path, hash, y };
});
addEventListener('click', ({ target }) => {
  const link = target.closest('a[target=frame]');
  if (link) at = { path: new URL(link.href).pathname, hash: '', y: 0 };
});
const list = async () => {
  const fresh = new DOMParser().parseFromString(await (await fetch('/')).text(), 'text/html');
  const [now, then] = [document.querySelector('details'), fresh.querySelector('details')];
  then.open = now.open;
  now.replaceWith(then);
  if (!frame && fresh.querySelector('iframe')) location.reload();
};
let calm;
let times = 0;
const again = async () => {
  if (frame) {
    back = at;
    // Numbered, since going to the same address with a hash would only scroll.
    frame.contentWindow.location.replace(at.path + '?' + ++times + at.hash);
  }
  await list();
  state.textContent = changed;
  clearTimeout(calm);
  calm = setTimeout(() => { state.textContent = live; }, 4000);
};
const events = new EventSource('/_oj/events');
let away = false;
events.addEventListener('change', again);
events.addEventListener('open', () => {
  if (away) again();
  away = false;
});
events.addEventListener('error', () => {
  away = true;
  state.textContent = lost;
});
`;

/**
 * What a page of our own may hold so that `oj serve` can put it back where it was read: it tells the page around it where
 * it is scrolled to, and nothing else. Does nothing outside a frame.
 */
export const frameScript = `if (parent !== self) {
  const at = () => parent.postMessage({ oj: 'at', path: location.pathname, hash: location.hash, y: Math.round(scrollY) }, '*');
  addEventListener('message', ({ source, data }) => {
    if (source === parent && data && data.oj === 'to' && Number.isFinite(data.y)) scrollTo(0, data.y);
  });
  addEventListener('scroll', at, { passive: true });
  addEventListener('hashchange', at);
  parent.postMessage({ oj: 'ready' }, '*');
}
`;
