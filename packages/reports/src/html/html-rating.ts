import { shortDay } from "../dates.ts";
import type { ReportSnapshot, SnapshotClaimRating } from "../snapshot/report-snapshot.ts";
import type { Html } from "./html.ts";
import { html, typed } from "./html.ts";

/** The desk's own word on a claim, under the verdict and apart from it. */
export function ratingHtml(rating: SnapshotClaimRating | undefined): Html | null {
  if (rating === undefined) return null;
  const { label, justification, by, at } = rating;
  return html`
    <p class="rated"><b>Rated “${typed(label)}”.</b> ${typed(justification)}
      <span class="by">${typed(by)}, ${shortDay(at)}</span></p>`;
}

export function claimRating({ ratings }: ReportSnapshot, claimId: string): SnapshotClaimRating | undefined {
  return ratings?.claims.find((rating) => rating.claimId === claimId);
}
