/** Tells on stderr what is being done: one line rewritten on a terminal, plain lines in a log. */
export interface Progress {
  step(text: string): Promise<void>;
  /** Starts a step of many parts; the function returned is told how many are done, of how many. */
  count(text: string, lang: 'sv' | 'en'): (done: number, of: number) => void;
  done(): void;
}

/** A log gets a line at these shares of a step. */
const LOGGED = [0.25, 0.5, 0.75, 1];

export function progress(): Progress {
  const live = process.stderr.isTTY;
  const write = (text: string) => process.stderr.write(live ? `\r\u001b[2K${text} …` : `${text}\n`);
  return {
    async step(text) {
      write(text);
      // Lets signals and the terminal in between two steps.
      await new Promise((resolve) => setImmediate(resolve));
    },
    count(text, lang) {
      const start = performance.now();
      let shown = -1;
      let logged = 0;
      write(text);
      return (done, of) => {
        const elapsed = (performance.now() - start) / 1000;
        const left = Math.ceil((elapsed / done) * (of - done));
        const said = `${text}: ${done}/${of}, ${lang === 'sv' ? `omkring ${left} s kvar` : `about ${left} s left`}`;
        if (live) {
          // Ten times a second is as often as anyone reads.
          if (done < of && elapsed - shown < 0.1) return;
          shown = elapsed;
          write(said);
        } else if (done / of >= LOGGED[logged]!) {
          while (logged < LOGGED.length - 1 && done / of >= LOGGED[logged]!) logged++;
          write(said);
        }
      };
    },
    done() {
      if (live) process.stderr.write('\r\u001b[2K');
    },
  };
}
