/** Numbers from 0 up to, and without, 1. */
export type Random = () => number;

/**
 * Chris Doty-Humphrey's small fast counter generator (sfc32): the same seed gives the same numbers on every machine.
 * `stream` gives independent sequences under one seed. Not for secrets.
 */
export function seededRandom(seed: number, stream = 0): Random {
  let a = seed | 0;
  let b = stream | 0;
  let c = Math.floor(seed / 2 ** 32) | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  // Seeds that differ in one bit have to be far apart before the first number is used.
  for (let i = 0; i < 15; i += 1) next();
  return () => (next() * 2 ** 21 + (next() >>> 11)) / 2 ** 53;
}
