/** Scores are shown as words: a figure would claim more than the machine knows. */
function step(score: number, words: readonly [atLeast: number, word: string][], rest: string): string {
  return words.find(([atLeast]) => score >= atLeast)?.[1] ?? rest;
}

export function checkableWords(score: number): string {
  return step(score, [[0.7, "clearly checkable"], [0.45, "checkable"], [0.2, "partly checkable"]], "hardly checkable");
}

export function matchWords(score: number): string {
  return step(score, [[0.75, "close match"], [0.5, "likely match"], [0.25, "loose match"]], "weak match");
}

export function sureWords(score: number): string {
  return step(score, [[0.9, "almost sure"], [0.75, "fairly sure"], [0.55, "more likely than not"]], "a guess");
}

export function silenceWords(level: "likely" | "unsure" | "no"): string {
  return level === "likely" ? "Probably silent" : level === "unsure" ? "Perhaps silent" : "Not silent";
}
