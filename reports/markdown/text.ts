/** Text inside Markdown: no markup, no table border, no tag and no line break can come from data. */
export const markdownText = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()#+!|<>~&^-]/g, '\\$&').replace(/\\([()-])/g, '$1'); // prettier-ignore
