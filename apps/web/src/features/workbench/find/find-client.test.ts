import { PLAIN_FIND } from "@assay/editor";
import { describe, expect, it } from "vitest";
import { FindClient } from "./find-client.ts";

const TEXTS = [
  { id: "r1", text: "The quay was closed.", blocks: [{ start: 0, end: 20 }] },
  { id: "r2", text: "No quay, no Quay.", blocks: [{ start: 0, end: 17 }] },
];
const regex = { ...PLAIN_FIND, regex: true };

/** Here there is no worker to be had, as on a page whose worker's file did not come. */
describe("searching without a worker", () => {
  it("finds words all the same, in each text", async () => {
    const answer = await new FindClient().find(TEXTS, "quay", PLAIN_FIND);
    expect(answer).toEqual({
      ok: true,
      hits: {
        r1: { ranges: [{ start: 4, end: 8 }], isCut: false },
        r2: { ranges: [{ start: 3, end: 7 }, { start: 12, end: 16 }], isCut: false },
      },
    });
  });

  it("refuses a pattern, which nothing could end, and says what still works", async () => {
    const answer = await new FindClient().find(TEXTS, "qu.y", regex);
    expect(answer).toMatchObject({ ok: false, reason: expect.stringMatching(/Plain words still can/) });
  });

  it("says what is wrong with a pattern before anything else", async () => {
    const answer = await new FindClient().find(TEXTS, "qu(y", regex);
    expect(answer).toMatchObject({ ok: false, reason: expect.stringMatching(/bracket \( is not closed/) });
  });
});
