/** A text has its words many times over, and few are longer; a piece of 13 letters or more would keep its whole text. */
const LONGEST = 12;
const MOST = 30_000;

/** The same function of a word, with its answers kept. */
export function remembered(of: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    if (word.length > LONGEST) return of(word);
    let answer = known.get(word);
    if (answer === undefined) {
      if (known.size >= MOST) known.clear();
      known.set(word, (answer = of(word)));
    }
    return answer;
  };
}
