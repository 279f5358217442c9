import { describe, expect, it } from "vitest";
import { SelectionModel } from "./selection-model.ts";

describe("selection model", () => {
  it("[X3] widens to whole graphemes and leaves out white space at the ends", () => {
    const text = "one 👩‍👧 two\n\nthree";
    const model = new SelectionModel(text);
    expect(model.selected()).toBeNull();
    model.set(6, 3);
    expect(model.selected()).toEqual({ start: 4, end: 9, text: "👩‍👧" });
    model.set(10, text.indexOf("three"));
    expect(model.selected()?.text).toBe("two");
    model.set(3, 4);
    expect(model.selected()).toBeNull();
  });

  it("tells whether anything changed", () => {
    const model = new SelectionModel("text");
    expect(model.set(1, 2)).toBe(true);
    expect(model.set(1, 2)).toBe(false);
    expect(model.set(2, 2)).toBe(true);
    expect(model.isCollapsed).toBe(true);
  });
});
