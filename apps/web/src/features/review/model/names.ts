/** "Ana Marsh" → "Ana": enough inside one desk's queue, where the full name is in the tooltip. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? "";
}

export function startOfDay(now: Date): string {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate()).toISOString();
}
