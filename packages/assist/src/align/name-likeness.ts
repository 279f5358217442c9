/** How alike two spellings are, 0 to 1: shared pairs of letters, the first letters counting most (Dice). */
export function nameLikeness(a: string, b: string): number {
  if (a === b) return 1;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length > short.length * 2 || short[0] !== long[0]) return 0;
  return (2 * sharedPairs(short, long)) / (short.length + long.length);
}

/** Which pairs of the longer word are taken; every claim's words are held against all of the case, so that it is made once. */
let taken = new Uint8Array(64);

/** Pairs of letters that follow each other in both, each counted once; the first letter makes a pair with the beginning. */
function sharedPairs(short: string, long: string): number {
  if (taken.length < long.length) taken = new Uint8Array(long.length);
  taken.fill(0, 0, long.length);
  let shared = 0;
  for (let i = 0; i < short.length; i++) {
    const [before, letter] = [i === 0 ? BEGINNING : short.charCodeAt(i - 1), short.charCodeAt(i)];
    for (let j = 0; j < long.length; j++) {
      if (taken[j] === 1 || long.charCodeAt(j) !== letter || (j === 0 ? BEGINNING : long.charCodeAt(j - 1)) !== before) continue;
      taken[j] = 1;
      shared += 1;
      break;
    }
  }
  return shared;
}

const BEGINNING = -1;
