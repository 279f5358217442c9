/** The same function of an object, with what it found kept for as long as the object is: a clause is compared with many. */
export function kept<Key extends object, Found>(of: (key: Key) => Found): (key: Key) => Found {
  const known = new WeakMap<Key, { found: Found }>();
  return (key) => {
    let answer = known.get(key);
    if (answer === undefined) known.set(key, (answer = { found: of(key) }));
    return answer.found;
  };
}
