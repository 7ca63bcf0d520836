/** Colours, type and layout: one narrow column of prose, tables and figures wider, nothing that moves. */
export const baseStyle = `
:root {
  color-scheme: light dark;
  --paper: #fcfbf8; --panel: #ffffff; --ink: #1b1f24; --muted: #565f69; --rule: #d9dce0; --faint: #f1f0ec;
  --link: #0b4f94; --up: #0b4f94; --down: #a63a06; --differs: #fdf3dc; --opposite: #fbe3da; --frame: #7c6a3f;
  --good: #cfe9cf; --partly: #fff0b3; --poor: #f8cfc6;
  --stamp: #ffd33d; --stamp-ink: #1b1f23; --stamp-stripe: #f2bd00;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", P052, Georgia, serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Liberation Sans", sans-serif;
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace;
  --wide: 58rem;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14171a; --panel: #1a1e22; --ink: #e8e6e1; --muted: #a3abb3; --rule: #363c43; --faint: #1f2428;
    --link: #8ec1f5; --up: #8ec1f5; --down: #f2a071; --differs: #2f2a1b; --opposite: #43251c; --frame: #b39c63;
    --good: #1f4a2a; --partly: #55480f; --poor: #6b2a1c;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { scroll-padding-top: 3.5rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 var(--serif); overflow-wrap: break-word; }
header, nav, main, footer { max-width: var(--wide); margin-inline: auto; padding-inline: 1.25rem; }
main:focus { outline: none; }
h1, h2, h3 { line-height: 1.2; text-wrap: balance; }
h1 { font-size: clamp(1.9rem, 1.2rem + 3.2vw, 3.1rem); font-weight: 600; letter-spacing: -.015em; margin: .5rem 0 1rem; }
h2 { font-size: 1.65rem; font-weight: 600; letter-spacing: -.01em; margin: 0 0 1rem; padding-top: 1rem; border-top: 2px solid var(--ink); }
h3 { font: 600 1rem/1.35 var(--sans); margin: 1.8rem 0 .5rem; }
section { margin-top: 4rem; }
p, section > ul { max-width: 42rem; }
p { margin: 0 0 1rem; }
ul { padding-left: 1.2rem; }
a { color: var(--link); text-decoration-thickness: .06em; text-underline-offset: .18em; }
code, pre { font-family: var(--mono); font-size: .82em; }
small { display: block; font: .78rem/1.4 var(--sans); color: var(--muted); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px; }
.heard { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: .5rem; top: -4rem; z-index: 3; background: var(--ink); color: var(--paper); padding: .6rem 1rem; font-family: var(--sans); }
.skip:focus { top: .5rem; }
.bar { position: sticky; top: 0; z-index: 2; max-width: none; margin: 0; padding: .45rem 1.25rem; text-align: center; font: .85rem/1.35 var(--sans);
  background: var(--stamp); color: var(--stamp-ink); border-bottom: 2px solid var(--stamp-ink); }
.bar strong { text-transform: uppercase; letter-spacing: .06em; }
.bar strong::after { content: " \\2014"; }
header { padding-top: clamp(2rem, 6vw, 4.5rem); }
.kicker { font: .85rem/1.4 var(--sans); color: var(--muted); margin: 0; }
.lead { font-size: 1.3rem; line-height: 1.5; }
.made { font: .85rem/1.5 var(--sans); color: var(--muted); }
.synthetic { margin: 2rem 0 0; padding: 2rem 1.4rem 1.2rem; color: var(--stamp-ink); border: 2px solid var(--stamp-ink);
  background: repeating-linear-gradient(135deg, var(--stamp-ink) 0 10px, var(--stamp) 10px 20px) top / 100% 12px no-repeat, var(--stamp); }
.synthetic strong { font: 700 1.25rem/1.3 var(--sans); }
.synthetic p { margin: .4rem 0 0; max-width: 46rem; }
.synthetic + p { margin-top: 1.4rem; }
nav { margin-top: 3rem; font: .92rem/1.5 var(--sans); }
nav h2 { font: 600 1rem/1.3 var(--sans); border: 0; padding: 0; letter-spacing: 0; margin-bottom: .6rem; }
nav ol { list-style: none; margin: 0; padding: 0; columns: 19rem; column-gap: 2.5rem; }
nav ol > li { margin-bottom: .25rem; }
nav ol > li > a { font-weight: 600; }
nav ul { list-style: none; margin: .2rem 0 .6rem; padding-left: .8rem; border-left: 1px solid var(--rule); }
nav ul li { line-height: 1.4; }
nav a { display: inline-block; padding-block: .2rem; text-decoration: none; overflow-wrap: anywhere; }
nav a:hover { text-decoration: underline; }
h4 { margin: 1.2rem 0 .4rem; font: 600 .92rem/1.4 var(--sans); }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: 1.5rem; margin: 1.5rem 0 2rem; font-family: var(--sans); }
.facts > div { display: flex; flex-direction: column-reverse; justify-content: flex-end; border-top: 1px solid var(--rule); padding-top: .6rem; }
.facts dt { font-weight: 600; font-size: .92rem; order: -1; margin-bottom: 0; }
.facts dd { margin: 0; display: contents; }
.facts dd strong { font-size: 2.3rem; font-weight: 600; line-height: 1.15; letter-spacing: -.02em; font-variant-numeric: tabular-nums; order: 1; }
.facts dd span { font-size: .82rem; color: var(--muted); order: -2; }
.caution { border-left: 4px solid var(--ink); padding-left: 1rem; }
.manifest { font: .9rem/1.5 var(--sans); }
.manifest > div { display: grid; grid-template-columns: 8rem 1fr; gap: .2rem 1rem; padding: .35rem 0; border-bottom: 1px solid var(--rule); }
.manifest dt { color: var(--muted); }
.manifest dd { margin: 0; min-width: 0; }
details { margin: .8rem 0; }
summary { cursor: pointer; padding-block: .2rem; font: .88rem/1.5 var(--sans); color: var(--link); }
pre { background: var(--faint); padding: 1rem; overflow: auto; max-height: 28rem; }
footer { margin-top: 4rem; padding-block: 1.5rem 3rem; font: .85rem/1.5 var(--sans); color: var(--muted); }
@media (max-width: 30rem) {
  .manifest > div { grid-template-columns: 1fr; gap: 0; }
  .lead { font-size: 1.15rem; }
  section { margin-top: 3rem; }
  .bar { padding-inline: .6rem; font-size: .78rem; }
}`;
