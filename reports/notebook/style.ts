/** What a notebook's page has beyond the report's: its code, and what it shows. */
export const notebookStyle = `
main > section { margin-top: 1.6rem; }
.block, figure { content-visibility: visible; }
main > section.text { margin-top: 2.4rem; }
section.code > h2 { font: 600 .82rem/1.4 var(--sans); letter-spacing: 0; border: 0; padding: 0; margin: 0 0 .3rem; color: var(--muted); }
section.text h2 { margin-top: 2rem; }
section.text > :is(p, ul, ol, blockquote) { max-width: 42rem; }
section.code pre { margin: 0; padding: .7rem .9rem; max-height: none; line-height: 1.5; border-radius: 4px; }
pre code { font-size: 1em; }
.source { border-left: 3px solid var(--rule); }
.failed > .source { border-left-color: var(--down); }
.line { display: block; min-height: 1.5em; padding-left: 3.2em; }
.line::before { content: attr(data-n) / ""; float: left; width: 2.4em; margin-left: -3.2em; text-align: right; color: var(--muted); user-select: none; }
.source .keyword { color: var(--link); }
.source .string { color: var(--down); }
.source .number { color: var(--up); }
.source .comment { color: var(--muted); font-style: italic; }
.shown { margin: .5rem 0 0; padding-left: .9rem; }
.shown > .block, .shown > figure { margin: 1.2rem 0; }
.shown pre { background: none; border: 1px solid var(--rule); max-height: 30rem; margin: .5rem 0; }
.shown pre.stderr { border-left: 3px solid var(--down); }
.shown > p { margin: .4rem 0; }
.shown > .said, .took { font: .82rem/1.5 var(--sans); color: var(--muted); }
.error { margin: .6rem 0; padding: .7rem .9rem; border: 2px solid var(--down); border-radius: 4px; background: var(--opposite); font: .92rem/1.5 var(--sans); overflow-wrap: anywhere; }
.error pre { background: none; border: 0; padding: .4rem 0 0; margin: 0; font-size: .78rem; }
.error p { margin: .3rem 0 0; max-width: none; }
.stale { border-left: 3px dashed var(--muted); }
.scroll > table.written { margin: .6rem 0 1.2rem; }
.written :is(th, td) { padding: .3rem .7rem .3rem 0; text-align: left; vertical-align: top; }
.written :is(.right) { text-align: right; }
.written :is(.center) { text-align: center; }
blockquote { margin: 1rem 0; padding-left: 1rem; border-left: 4px solid var(--rule); }
math[display="block"] { display: block math; margin: 1rem 0; overflow-x: auto; overflow-y: hidden; }
section.text img { max-width: 100%; }
@media (max-width: 30rem) {
  section.code pre { padding-inline: .5rem; }
  .line { padding-left: 2.6em; }
  .line::before { width: 2em; margin-left: -2.6em; }
  .shown { padding-left: 0; }
}
@media print {
  section.code pre, .shown pre { white-space: pre-wrap; overflow-wrap: anywhere; }
  .line, .error { break-inside: avoid; }
}`;
