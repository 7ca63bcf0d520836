import { formatNumber, formatTime } from '../locales/format.js';
import type { PageContext } from './context.js';
import { html, type Html } from './html.js';

/** What was read, with checksums, and what looked wrong in it. */
export function dataSection({ results, text, lang }: PageContext): Html {
  const { page } = text;
  const { data, inputs, warnings } = results.manifest;
  const files = inputs.map(
    (f) =>
      html`<tr>
        <th scope="row">${f.file}</th>
        <td>${formatNumber(f.rows, lang)}</td>
        <td><code class="sum">${f.sha256}</code></td>
      </tr>`,
  );
  const kinds = Object.entries(warnings.byCode).map(
    ([kind, count]) =>
      html`<tr>
        <th scope="row"><code>${kind}</code></th>
        <td>${formatNumber(count, lang)}</td>
      </tr>`,
  );
  const notes = (data.notes ?? []).map((note) => html`<li>${note[lang]}</li>`);
  const sources = (data.sources ?? []).map((source) => html`<li>${source}</li>`);
  return html`<section aria-labelledby="data">
    <h2 id="data">${page.sections.data}</h2>
    ${
      notes.length > 0 &&
      html`<h3>${page.notes}</h3>
        <ul>
          ${notes}
        </ul>`
    }
    ${
      sources.length > 0 &&
      html`<h3>${page.sources}</h3>
        <ul>
          ${sources}
        </ul>`
    }
    <h3>${page.files}</h3>
    <div class="block">
      <div class="scroll" role="region" tabindex="0" aria-label="${page.scrollTable(page.files)}">
        <table class="grid files">
          <thead>
            <tr>
              <th scope="col" class="stub">${page.file}</th>
              <th scope="col">${page.rows}</th>
              <th scope="col">${page.checksum}</th>
            </tr>
          </thead>
          <tbody>
            ${files}
          </tbody>
        </table>
      </div>
    </div>
    <h3>${warnings.count === 0 ? page.noWarnings : page.warnings(formatNumber(warnings.count, lang))}</h3>
    ${
      warnings.count > 0 &&
      html`<table class="grid narrow">
          <thead>
            <tr>
              <th scope="col" class="stub">${page.warningKind}</th>
              <th scope="col">${page.count}</th>
            </tr>
          </thead>
          <tbody>
            ${kinds}
          </tbody>
        </table>
        <p>${page.warningsMore}</p>`
    }
  </section> `;
}

/** What was run: enough to run it again. */
export function manifestSection({ results, text, lang }: PageContext): Html {
  const { page } = text;
  const { manifest, specification } = results;
  const entries: [string, string][] = [
    [page.manifest.command, manifest.command],
    [page.manifest.version, `${manifest.package} ${manifest.version}`],
    [page.manifest.node, manifest.node],
    [page.manifest.time, formatTime(manifest.time, lang)],
    [page.manifest.seed, String(manifest.seed)],
    [page.manifest.units, formatNumber(manifest.units, lang)],
    [page.manifest.years, manifest.years.join(', ')],
  ];
  return html`<section aria-labelledby="manifest">
    <h2 id="manifest">${page.sections.manifest}</h2>
    <dl class="manifest">
      ${entries.map(
        ([key, value]) =>
          html`<div>
            <dt>${key}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    <details>
      <summary>${page.specification}</summary>
      <pre tabindex="0">${JSON.stringify(specification, null, 2)}</pre>
    </details>
    <p>${page.footer}</p>
  </section> `;
}
