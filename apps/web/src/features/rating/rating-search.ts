/** Which rating the page opens for writing: a claim's number, or the piece. */
export interface RatingSearch {
  rate?: number | "piece";
}

export function ratingSearch(raw: Record<string, unknown>): RatingSearch {
  if (raw.rate === "piece") return { rate: "piece" };
  return typeof raw.rate === "number" && Number.isSafeInteger(raw.rate) && raw.rate > 0 ? { rate: raw.rate } : {};
}
