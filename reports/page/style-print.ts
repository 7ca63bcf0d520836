/** On paper: A4, black on white, tables and figures whole, and the stamp at the top of every sheet. */
export function printStyle(stamp: string | null): string {
  const every = stamp === null ? '' : ` @top-center { content: "${stamp}"; font: 700 10pt sans-serif; }`;
  return `
@page { size: A4; margin: 18mm 15mm;${every} }
@media print {
  :root { --paper: #fff; --panel: #fff; --ink: #000; --muted: #444; --rule: #bbb; --faint: #f4f4f4; --link: #000; --up: #0b4f94; --down: #a63a06;
    --differs: #fdf3dc; --opposite: #fbe3da; --frame: #7c6a3f; --good: #cfe9cf; --partly: #fff0b3; --poor: #f8cfc6; color-scheme: light; }
  body { font-size: 10pt; }
  header, nav, main, footer { max-width: none; padding-inline: 0; }
  .bar, .synthetic, .tag, .marks td > span, td.tone { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .bar { position: static; border: 2px solid #000; }
  .skip, dialog, .controls > :not(.count) { display: none !important; }
  .sorted form > :not([role="status"]) { display: none; }
  .controls { position: static; padding: 0; border: 0; }
  .with-panel body { padding-right: 0; }
  .with-panel .bar, .with-panel .controls { margin-right: 0; }
  .block, figure, .controls ~ main > section { content-visibility: visible; }
  .live .block .marks tbody td.open > span:first-child { box-shadow: none; }
  .block, figure, .facts, tr { break-inside: avoid; }
  h2, h3, h4, caption { break-after: avoid; }
  section { margin-top: 2rem; }
  .scroll { overflow: visible; }
  .figure { min-width: 0; }
  .marks, .marks.many { min-width: 0; }
  .marks col.label { width: 13rem; }
  .marks td { height: 2.1rem; }
  .marks td > span:first-child { min-height: 1.9rem; }
  table { font-size: 8.5pt; }
  figcaption details:not([open]) { display: none; }
  .choices { font-size: 7.5pt; }
  .choices td.prose, .choices tbody th { min-width: 0; }
  pre { max-height: none; white-space: pre-wrap; }
}`;
}
