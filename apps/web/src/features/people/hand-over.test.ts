import { describe, expect, it } from "vitest";
import { openWorkOf, workWords } from "./hand-over-dialog.tsx";

describe("open work in the way of a removal", () => {
  it("is told by the refusal that lists it, and by no other", () => {
    const openWork = [{ caseId: "k", caseTitle: "Aurora", assignments: [], tags: [{}] }];
    const refusal = { code: "REFUSED", message: "", details: { rule: "open work", openWork } } as const;
    expect(openWorkOf(refusal)).toEqual(openWork);
    expect(openWorkOf({ ...refusal, details: { rule: "last owner" } })).toBeNull();
  });

  it("is counted by what is to be done", () => {
    const assignments = [{ kind: "tag" }, { kind: "review" }, { kind: "tag" }] as const;
    expect(workWords({ assignments: [...assignments], tags: [{}] })).toBe("2 to tag, 1 to review, 1 open tag");
    expect(workWords({ assignments: [], tags: [{}, {}] })).toBe("2 open tags");
  });
});
