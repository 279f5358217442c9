export const MAX_PANES = 4;

/** The sources shown when nothing was chosen on this machine: the first three, in order of import. */
export function defaultOpen(sourceIds: readonly string[]): string[] {
  return sourceIds.slice(0, 3);
}

/** What was open, without sources that are gone; never nothing while there is a source. */
export function stillOpen(open: readonly string[] | null, sourceIds: readonly string[]): string[] {
  if (open === null) return defaultOpen(sourceIds);
  const kept = open.filter((id, i) => sourceIds.includes(id) && open.indexOf(id) === i).slice(0, MAX_PANES);
  return kept.length > 0 ? kept : defaultOpen(sourceIds);
}

/**
 * Opens a source in import order. When all panes are taken it takes the place of the one named, or of the last:
 * nothing opens a fifth column.
 */
export function openSource(
  open: readonly string[],
  id: string,
  sourceIds: readonly string[],
  limit: number = MAX_PANES,
  instead?: string,
): string[] {
  if (open.includes(id)) return [...open];
  if (instead !== undefined && open.includes(instead)) return open.map((one) => (one === instead ? id : one));
  if (open.length >= limit) return [...open.slice(0, limit - 1), id];
  return [...open, id].sort((a, b) => sourceIds.indexOf(a) - sourceIds.indexOf(b));
}

/** The last source cannot be closed: an empty middle has nothing to offer. */
export function closeSource(open: readonly string[], id: string): string[] {
  return open.length <= 1 ? [...open] : open.filter((one) => one !== id);
}

/** Of the open sources those the window has room for; the focused one is always among them. */
export function visibleSources(open: readonly string[], limit: number, focused: string | null): string[] {
  const shown = open.slice(0, limit);
  if (focused === null || shown.includes(focused) || !open.includes(focused)) return shown;
  return [...open.slice(0, limit - 1), focused];
}
