import { describe, expect, it } from "vitest";
import type { Edits } from "./edits.ts";
import { edited, isEdited, overtaken, withEdit } from "./edits.ts";

interface Rules {
  tags: number;
  signOffs: number | undefined;
  names: string[];
}
const HELD: Rules = { tags: 1, signOffs: 1, names: ["a", "b"] };
const NONE: Edits<Rules> = {};

describe("edits over what the desk holds", () => {
  it("show what was chosen, and for the rest what is held now", () => {
    const edits = withEdit(NONE, HELD, { tags: 2 });
    expect(edited(HELD, edits)).toEqual({ ...HELD, tags: 2 });
    expect(edited({ ...HELD, signOffs: 3 }, edits)).toEqual({ ...HELD, tags: 2, signOffs: 3 });
  });

  it("are none where what was chosen is what is held", () => {
    expect(isEdited(HELD, NONE)).toBe(false);
    expect(isEdited(HELD, withEdit(NONE, HELD, { names: ["a"] }))).toBe(true);
    expect(isEdited(HELD, withEdit(NONE, HELD, { names: ["a", "b"] }))).toBe(false);
  });

  it("can choose that nothing is said", () => {
    const edits = withEdit(NONE, HELD, { signOffs: undefined });
    expect(edited(HELD, edits).signOffs).toBeUndefined();
    expect(isEdited(HELD, edits)).toBe(true);
  });

  it("[E5] know the fields that somebody else changed meanwhile", () => {
    const edits = withEdit(withEdit(NONE, HELD, { tags: 2 }), HELD, { names: ["b", "a"] });
    expect(overtaken(HELD, edits)).toEqual([]);
    expect(overtaken({ ...HELD, signOffs: 3 }, edits)).toEqual([]);
    expect(overtaken({ ...HELD, tags: 3 }, edits)).toEqual(["tags"]);
    expect(overtaken({ ...HELD, tags: 2 }, edits)).toEqual([]);
  });

  it("[E5] a field chosen again is still over what it was first chosen over", () => {
    const edits = withEdit(NONE, HELD, { tags: 2 });
    expect(overtaken({ ...HELD, tags: 3 }, withEdit(edits, { ...HELD, tags: 3 }, { tags: 4 }))).toEqual(["tags"]);
  });
});
