/** The bar that shows and filters, cells that answer to a click, and what the filter leaves quiet. */
export const controlsStyle = `
:root { --quiet: #6c747d; }
[hidden] { display: none !important; }
.controls { position: sticky; top: var(--bar, 0px); z-index: 2; display: flex; flex-wrap: wrap; align-items: center; gap: .4rem 1rem; padding: .4rem 1.25rem;
  background: var(--panel); border-bottom: 1px solid var(--rule); font: .85rem/1.4 var(--sans); }
.controls .filters { display: flex; flex-wrap: wrap; gap: .4rem 1rem; align-items: center; }
.controls label { display: flex; align-items: center; gap: .45rem; min-width: 0; }
.controls label span { color: var(--muted); white-space: nowrap; }
.controls select, .controls button, dialog button { font: inherit; min-height: 2rem; padding: .2rem .6rem; color: var(--ink); background: var(--paper); border: 1px solid var(--muted); border-radius: 4px; }
.controls select { max-width: 15rem; min-width: 0; }
.controls button, dialog button { cursor: pointer; }
.controls button[name="filters"] { display: none; }
.controls .languages { margin-left: auto; display: flex; gap: .4rem; }
.controls p { flex-basis: 100%; max-width: none; margin: 0; }
.controls p:empty, .controls .modes:empty { display: none; }
.controls .count { font-weight: 600; }
.controls .note { color: var(--muted); }
.live .block .marks tbody td { cursor: pointer; }
.live .block .marks tbody td:hover > span:first-child { border-color: var(--ink); }
.live .block .marks tbody td:focus { outline: none; }
.live .block .marks tbody td:focus-visible > span:first-child { outline: 3px solid var(--link); outline-offset: 0; }
.live .block .marks tbody td.open > span:first-child { box-shadow: 0 0 0 3px var(--ink); }
.marks.numbers td b { font-size: .78rem; letter-spacing: 0; line-height: 1.15rem; white-space: nowrap; }
.marks.numbers.many td b { font-size: .72rem; }
.filtering .marks td.faded b, .filtering .marks td.faded i { color: var(--quiet); font-weight: 400; }
.filtering .marks td.faded b { font-size: .78rem; }
.filtering .block .marks td.faded > span:first-child { background: none; border-color: transparent; }
.filtering .block .marks tbody td:not(.faded) > span:first-child { box-shadow: 0 0 0 1px var(--ink); }
/* What is far from the screen is neither styled nor laid out. The lengths are guesses until it has been seen. */
.block, figure, .controls ~ main > section { content-visibility: auto; contain-intrinsic-size: auto 36rem; overflow-clip-margin: 8px; }
.controls ~ main > section { contain-intrinsic-size: auto 60rem; }
.controls ~ main > section[aria-labelledby^="area-"] { contain-intrinsic-size: auto 700rem; }
/* The parts that wait for the script, where none runs. */
@media (scripting: none) { noscript { display: contents; } }
.live td { scroll-margin-top: 3rem; scroll-margin-inline: 10rem 1rem; }
@media (prefers-color-scheme: dark) { @media screen { :root { --quiet: #8b939b; } } }
@media (max-width: 48rem) {
  .controls { padding-inline: .6rem; gap: .4rem .6rem; }
  .controls button[name="filters"] { display: block; }
  .controls .modes { flex: 1 1 9rem; min-width: 0; }
  .controls .modes span { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  .controls select { width: 100%; max-width: none; }
  .controls .filters { order: 1; flex-basis: 100%; }
  .controls .filters label { flex: 1 1 100%; }
  .controls .filters label span { width: 6rem; white-space: normal; flex: none; }
  .controls button[name="filters"][aria-expanded="false"] + .filters { display: none; }
  .controls p { order: 2; }
}
/* A low window, or one enlarged: nothing stays at the top and takes its room. */
@media (max-height: 26rem) {
  .bar, .controls { position: static; }
}
@media (forced-colors: active) {
  .marks td.faded { opacity: .5; }
  .live .block .marks tbody td.open > span:first-child, .filtering .block .marks tbody td:not(.faded) > span:first-child { outline: 2px solid; }
}
@media (prefers-reduced-motion: reduce) { * { scroll-behavior: auto !important; } }`;
