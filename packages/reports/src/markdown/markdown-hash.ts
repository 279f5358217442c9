/** A hash stands in code, where nothing is escaped: anything but word characters is dropped. */
export function markdownHash(value: string): string {
  return value.replace(/\W/gu, "");
}
