const MARKED = "data-marked";

/**
 * Letters outside have no highlight's style: what is painted says so on the element that holds its letters. It stays said,
 * so that hiding and showing highlights works no style out anew.
 */
export function makePaintable({ parentElement: holder }: Text): void {
  if (holder !== null && !holder.hasAttribute(MARKED)) holder.setAttribute(MARKED, "");
}
