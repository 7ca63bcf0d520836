/** Markdown that a notebook has written itself: a sentence with its own numbers. */
export class Markdown {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}
