/** Tables that are sorted and filtered: wider than the text, their head a row of buttons, the first column in sight. */
export const sortStyle = `
.sorted { --wanted: min(100vw - 3.5rem, 86rem); width: var(--wanted); margin-inline: calc((min(100vw - 2.5rem, var(--wide) - 2.5rem) - var(--wanted)) / 2); }
.sorted form { display: flex; flex-wrap: wrap; align-items: end; gap: .5rem 1rem; margin: 0 0 .8rem; font: .85rem/1.4 var(--sans); }
.sorted label { display: flex; flex-direction: column; gap: .1rem; min-width: 0; max-width: 100%; }
.sorted label span, .sorted .hint { color: var(--muted); }
.sorted :is(input, select, form button) { font: inherit; min-height: 2.1rem; max-width: 100%; padding: .2rem .6rem; color: var(--ink); background: var(--panel); border: 1px solid var(--muted); border-radius: 4px; }
.sorted form button { cursor: pointer; }
.sorted form button:disabled { cursor: default; color: var(--muted); }
.sorted form p { margin: 0; max-width: none; flex-basis: 100%; }
.sorted form [role="status"] { font-weight: 600; min-height: 1.4em; }
.sorted table { width: 100%; }
.sorted thead button { font: inherit; font-weight: 600; color: inherit; text-align: inherit; background: none; border: 0; border-radius: 3px; padding: .3rem .2rem; min-width: 1.6rem; min-height: 1.6rem; cursor: pointer; }
.sorted thead button:hover { background: var(--faint); }
.sorted thead button::after { content: " \\2195" / ""; color: var(--muted); font-weight: 400; }
.sorted th[aria-sort="ascending"] button::after { content: " \\25B2" / ""; color: inherit; }
.sorted th[aria-sort="descending"] button::after { content: " \\25BC" / ""; color: inherit; }
.sorted thead th { padding-inline: .3rem; }
.sorted td { white-space: normal; }
.sorted td.number { min-width: 5.6rem; }
.sorted td.absent { min-width: 7.5rem; }
.sorted :is(tbody th, .stub) { position: sticky; left: 0; z-index: 1; background: var(--paper); }
.sorted tbody th { min-width: 10rem; max-width: 18rem; overflow-wrap: anywhere; }
.sorted tbody th a { display: inline-block; padding-block: .15rem; }
@media (max-width: 40rem) {
  .sorted tbody th { min-width: 7.5rem; max-width: 8.5rem; font-size: .8rem; hyphens: auto; }
  .sorted form label { flex: 1 1 9rem; }
}`;
