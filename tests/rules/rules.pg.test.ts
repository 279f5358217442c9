import { expect, it } from "vitest";
import { playRuns } from "./play-runs.ts";

const RUNS = 40;

/** The full length is `npm run faults -- rules`. */
it("[T1–T9] [S3] [S5] [V4] [A1] [A2] [B1] [B2] [B3] [E1] [E2] [E4] [E5] [P1] whatever people of all roles try, no rule is broken", async () => {
  const { failures, tally, runs } = await playRuns(RUNS);
  expect(failures).toEqual([]);
  expect(runs).toBeGreaterThanOrEqual(RUNS);
  // Work was done, and rules were put to the test.
  for (const done of ["tag.save", "tag.submit", "review.decide", "review.adjudicate", "tag.reaffirm", "claim.edit"]) {
    expect(tally.done.get(done) ?? 0, done).toBeGreaterThan(0);
  }
  const refused = [...tally.refused.keys()].join(" ");
  for (const code of ["REFUSED", "FORBIDDEN", "NOT_FOUND", "CONFLICT", "STALE_REVIEW"]) expect(refused).toContain(code);
}, 900_000);
