/** The panel with everything behind a cell: beside the tables where there is room, else over the page. */
export const panelStyle = `
dialog { border: 1px solid var(--ink); padding: 1rem 1.2rem 1.4rem; margin: auto; width: min(30rem, 100vw); max-width: 100vw; max-height: 92vh; overflow: auto; overflow-wrap: anywhere;
  background: var(--panel); color: var(--ink); font: .875rem/1.45 var(--sans); }
dialog::backdrop { background: rgb(0 0 0 / .4); }
dialog .head { position: relative; padding-right: 2.6rem; }
dialog h2 { font: 600 1.05rem/1.3 var(--sans); margin: 0; padding: 0; border: 0; letter-spacing: 0; }
dialog h2:focus { outline: none; }
dialog h2:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
dialog h3 { font-size: .88rem; margin: 0 0 .3rem; }
dialog p { margin: .1rem 0; }
dialog .of .tag { display: block; width: max-content; }
dialog .of { color: var(--muted); font-size: .8rem; }
dialog .tag { margin: .3rem 0 0; }
dialog .head + dl { margin-top: .9rem; }
dialog .head + dl dd { font-weight: 600; }
dialog section { margin-top: 1rem; padding-top: .7rem; border-top: 1px solid var(--rule); }
dialog dl { margin: 0; }
dialog dl > div { display: grid; grid-template-columns: 1fr 1.1fr; gap: .1rem .9rem; padding: .14rem 0; }
dialog dt { color: var(--muted); }
dialog dd { margin: 0; font-variant-numeric: tabular-nums; }
dialog button { min-width: 2rem; }
dialog button[name="close"] { position: absolute; top: -.3rem; right: -.4rem; font-size: 1.15rem; line-height: 1; }
dialog .command { display: block; padding: .5rem .6rem; margin-bottom: .5rem; background: var(--faint); white-space: pre-wrap; user-select: all; }
dialog .status { margin-left: .7rem; color: var(--muted); }
.drawing { display: block; width: 100%; height: auto; margin: .2rem 0 .4rem; }
.drawing text { font: 12px var(--sans); fill: var(--ink); }
.drawing .axis { stroke: var(--rule); }
.drawing .zero { stroke: var(--muted); stroke-width: 1.5; stroke-dasharray: 3 3; }
.drawing .interval { stroke: var(--ink); stroke-width: 2.5; }
.drawing .point { fill: var(--panel); stroke: var(--ink); stroke-width: 2.5; }
@media (min-width: 64rem) {
  dialog:not(:modal) { position: fixed; inset: var(--top, 0px) 0 0 auto; z-index: 1; width: 24rem; max-height: none; height: auto; margin: 0; border-width: 0 0 0 1px; }
  .with-panel body { padding-right: 24rem; }
  .with-panel .bar, .with-panel .controls { margin-right: -24rem; }
}
@media (max-width: 22rem) {
  dialog dl > div { grid-template-columns: 1fr; }
}
@media (max-width: 30rem) {
  dialog:modal { width: 100vw; max-height: 88vh; margin: auto 0 0; }
}
@media (forced-colors: active) {
  .drawing :is(.axis, .zero, .interval, .point) { stroke: CanvasText; }
  .drawing text { fill: CanvasText; }
}`;
