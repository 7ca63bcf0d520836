/** Tables: the computed mark large, the published one small, a frame of its own form for each way to differ. */
export const tableStyle = `
.block { margin: 2.5rem 0; }
.scroll { position: relative; overflow-x: auto; }
table { border-collapse: collapse; font: .875rem/1.35 var(--sans); font-variant-numeric: tabular-nums; }
caption { text-align: left; }
.block > h3 { max-width: 42rem; margin: 0 0 .6rem; font-size: 1.05rem; }
.tag { display: inline-block; font-size: .64rem; font-weight: 700; letter-spacing: .05em; padding: .1rem .4rem; margin-left: .3rem; vertical-align: .12em;
  background: var(--stamp); color: var(--stamp-ink); border: 1px solid var(--stamp-ink); white-space: nowrap; }
thead { border-bottom: 1.5px solid var(--ink); }
thead th { font-weight: 600; vertical-align: bottom; padding: .3rem .5rem; }
thead th[scope="colgroup"] { border-bottom: 1px solid var(--rule); text-align: center; }
thead th.stub { padding-left: 0; text-align: left; font-weight: 400; color: var(--muted); }
tbody { border-bottom: 1px solid var(--rule); }
tbody:last-child { border-bottom: 1.5px solid var(--ink); }
tbody th { text-align: left; font-weight: 400; padding: .35rem .8rem .35rem 0; }
.marks { table-layout: fixed; width: 100%; min-width: 38rem; }
.marks.many { min-width: 64rem; }
.marks col.label { width: 17rem; }
.marks thead th { text-align: center; }
.whole { white-space: nowrap; }
.marks thead .stub { text-align: left; }
.marks tbody th.nested { padding-left: 1rem; }
.marks tr.group th { font-weight: 600; padding-top: .7rem; }
.marks tr.group span { position: sticky; left: 0; }
.marks td { padding: 2px; text-align: center; height: 2.7rem; }
.marks td > span:first-child { display: flex; flex-direction: column; align-items: center; justify-content: center; height: 100%; min-height: 2.45rem;
  border: 1px solid transparent; border-radius: 3px; line-height: 1.05; }
.marks td b { font-size: 1.12rem; font-weight: 500; min-height: 1.15rem; letter-spacing: .04em; }
.marks td b.strong { font-weight: 800; }
.marks td b.up { color: var(--up); }
.marks td b.down { color: var(--down); }
.marks td b.none { color: var(--muted); }
.marks td i { font-style: normal; font-size: .74rem; color: var(--muted); letter-spacing: .02em; }
.marks td:is(.other-level, .only-computed, .only-published) > span:first-child { background: var(--differs); border: 1px solid var(--frame); }
.marks td.other-level > span:first-child { border-style: dotted; border-width: 2px; }
.marks td.only-published > span:first-child { border-style: dashed; }
.marks td.opposite > span:first-child { background: var(--opposite); border: 4px double var(--down); }
.marks td.not-comparable i { text-decoration: underline dotted; }
.marks.legend { display: block; min-width: 0; margin: 0 0 1.2rem; border: 0; }
.legend tbody { border: 0 !important; display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .3rem 1.5rem; }
.legend tr { display: flex; align-items: center; gap: .8rem; }
.legend td { width: 3.6rem; flex: none; }
.legend tbody th[scope="row"] { width: auto; }
.grid { min-width: min(100%, 30rem); }
.grid thead th { text-align: right; }
.grid thead .stub { text-align: left; }
.grid td { text-align: right; padding: .35rem .5rem; vertical-align: top; white-space: nowrap; }
.grid tbody tr + tr { border-top: 1px solid var(--rule); }
.grid tbody th { vertical-align: top; min-width: 8rem; }
.grid :is(th, td):is(.text, .code, .prose) { text-align: left; }
.grid .code { white-space: normal; overflow-wrap: anywhere; }
.grid .code code { font-size: .72rem; }
.grid td.reason { text-align: left; color: var(--muted); }
.grid.choices { width: 100%; }
/* Green, yellow and red as in öppna jämförelser; the text of the cell says the same. */
.grid td.tone { border: 2px solid var(--paper); text-align: center; }
.grid td.good { background: var(--good); }
.grid td.partly { background: var(--partly); }
.grid td.poor { background: var(--poor); }
/* Muted text would be too faint on a colour. */
.grid td.tone small { color: inherit; }
.grid td.absent { background: var(--faint); color: var(--muted); font-style: italic; }
.blank { display: block; max-width: 42rem; margin: 1rem 0; font: .92rem/1.4 var(--sans); }
.blank textarea { display: block; width: 100%; margin-top: .3rem; padding: .5rem; font: inherit; color: inherit; background: var(--panel); border: 1px solid var(--muted); border-radius: 3px; }
h3 + .block { margin-top: .5rem; }
.numbers tbody td:first-of-type { font-weight: 500; }
.choices td { white-space: normal; text-align: left; min-width: 6rem; }
.choices thead th { text-align: left; }
td.prose { white-space: normal; min-width: 14rem; }
.choices tbody th { min-width: 13rem; max-width: 20rem; }
.notes { list-style: none; margin: .7rem 0 0; padding: 0; max-width: 46rem; font: .8rem/1.5 var(--sans); color: var(--muted); }
.notes li + li { margin-top: .15rem; }
@media (max-width: 40rem) {
  .marks thead .stub, .marks tbody th[scope="row"] { position: sticky; left: 0; z-index: 1; background: var(--paper); font-size: .8rem; hyphens: auto; overflow-wrap: anywhere; }
  .marks { min-width: 43rem; }
  .marks col.label { width: 8.8rem; }
  .marks tbody th.nested { padding-left: .5rem; }
  .legend tbody th[scope="row"] { position: static; width: auto; }
}`;
