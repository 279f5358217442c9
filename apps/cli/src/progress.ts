/** Progress for people and for pipes: one line that rewrites itself on a terminal, plain lines elsewhere. */
export interface Progress {
  step(text: string): void;
  /** A line that stays. */
  line(text: string): void;
  end(): void;
}

export function makeProgress(out: NodeJS.WriteStream): Progress {
  if (!out.isTTY) return { step: () => {}, line: (text) => void out.write(`${text}\n`), end: () => {} };
  const clear = () => out.write("\r\u001b[K");
  return {
    step: (text) => {
      clear();
      out.write(text.slice(0, Math.max(20, (out.columns ?? 80) - 1)));
    },
    line: (text) => {
      clear();
      out.write(`${text}\n`);
    },
    end: clear,
  };
}
