/** What one list has and the other has not, as objects. */
export interface Differing<Item> {
  gone: Item[];
  come: Item[];
}

/**
 * How a list that is replaced, and never changed in place, differs from the one before. Between two states of a case
 * nearly all is the same in the same order: only what lies between the equal ends is looked up.
 */
export function whatDiffers<Item>(before: readonly Item[], after: readonly Item[]): Differing<Item> {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const left = before.slice(head, before.length - tail);
  const added = after.slice(head, after.length - tail);
  if (left.length === 0 || added.length === 0) return { gone: left, come: added };
  const old = new Set(left);
  const now = new Set(added);
  return { gone: left.filter((item) => !now.has(item)), come: added.filter((item) => !old.has(item)) };
}
