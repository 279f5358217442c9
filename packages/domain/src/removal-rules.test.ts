import { describe, expect, it } from "vitest";
import { decideRemoval, decideReturn } from "./removal-rules.ts";
import { DEFAULT_POLICY } from "./policy.ts";
import { aCase, aSource, aTag } from "./testing/case-builder.ts";

const view = aCase({ sources: [aSource(1, { createdBy: "ann" })], tags: [aTag({ sourceId: "s1", authorId: "ann" })] });
const ann = { id: "ann", role: "annotator" } as const;

describe("decideRemoval", () => {
  it("[T7] allows those who manage the case, and who added the source while nobody else has work in it", () => {
    const may = (one: Parameters<typeof decideRemoval>[1], of = view) => decideRemoval(of, one, "s1").ok;
    expect(may({ id: "lea", role: "lead" })).toBe(true);
    expect(may(ann)).toBe(true);
    expect(may({ id: "bob", role: "annotator" })).toBe(false);
    expect(may({ id: "ann", role: "viewer" })).toBe(false);
    expect(may(ann, { ...view, tags: [...view.tags, aTag({ id: "t2", sourceId: "s1", authorId: "bob" })] })).toBe(false);
    expect(may(ann, { ...view, tags: [...view.tags, aTag({ id: "t2", sourceId: "s2", authorId: "bob" })] })).toBe(true);
  });

  it("[B1] never tells of tags that are hidden: blind cases are for those who manage them", () => {
    const blind = { ...view, tags: [], policy: { ...DEFAULT_POLICY, requiredTags: 2 } };
    expect(decideRemoval(blind, ann, "s1")).toMatchObject({ ok: false, rule: "role" });
    expect(decideRemoval(blind, { id: "lea", role: "lead" }, "s1").ok).toBe(true);
  });
});

describe("decideReturn", () => {
  it("[T7] is for those who manage the case, and for whoever took it out", () => {
    const may = (id: string, role: "lead" | "annotator" | "viewer") => decideReturn({ id, role }, { removedBy: "ann" }).ok;
    expect([may("lea", "lead"), may("ann", "annotator"), may("bob", "annotator"), may("ann", "viewer")]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
