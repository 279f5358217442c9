import { describe, expect, it } from "vitest";
import { caretIntent } from "./caret-keys.ts";

const press = (key: string, ...held: ("shift" | "ctrl" | "alt" | "meta")[]) => ({
  key,
  shiftKey: held.includes("shift"),
  ctrlKey: held.includes("ctrl"),
  altKey: held.includes("alt"),
  metaKey: held.includes("meta"),
});

describe("caret keys", () => {
  it("leaves letters and the page's own combinations alone", () => {
    for (const key of ["v", "d", "m", "c", "j", "k", "n", "p", "/", "?", "1", " ", "Tab", "Enter", "a", "F3"]) {
      expect(caretIntent(press(key), false)).toBeNull();
    }
    expect(caretIntent(press("c", "ctrl"), false)).toBeNull();
    expect(caretIntent(press("PageDown", "ctrl"), false)).toBeNull();
    expect(caretIntent(press("ArrowLeft", "meta"), false)).toBeNull();
  });

  it("moves by character, word and sentence, and extends with Shift", () => {
    expect(caretIntent(press("ArrowRight"), false)).toMatchObject({ unit: "character", right: true, extend: false });
    expect(caretIntent(press("ArrowRight", "ctrl"), false)).toMatchObject({ unit: "word" });
    expect(caretIntent(press("ArrowLeft", "alt", "shift"), false)).toMatchObject({
      unit: "sentence",
      right: false,
      extend: true,
    });
    expect(caretIntent(press("ArrowDown"), false)).toMatchObject({ kind: "line", direction: "forward" });
    expect(caretIntent(press("ArrowDown", "ctrl"), false)).toMatchObject({ unit: "paragraph" });
    expect(caretIntent(press("Home"), false)).toMatchObject({ kind: "line-edge", direction: "backward" });
    expect(caretIntent(press("End", "ctrl", "shift"), false)).toMatchObject({ unit: "document", extend: true });
    expect(caretIntent(press("a", "ctrl"), false)).toEqual({ kind: "select-all" });
    expect(caretIntent(press("Escape"), false)).toEqual({ kind: "collapse" });
  });

  it("follows the Mac's own keys there", () => {
    expect(caretIntent(press("ArrowRight", "alt"), true)).toMatchObject({ unit: "word" });
    expect(caretIntent(press("ArrowRight", "meta"), true)).toMatchObject({ kind: "line-edge", direction: "forward" });
    expect(caretIntent(press("ArrowUp", "meta"), true)).toMatchObject({ unit: "document", direction: "backward" });
    expect(caretIntent(press("a", "meta"), true)).toEqual({ kind: "select-all" });
    expect(caretIntent(press("a", "ctrl"), true)).toBeNull();
  });
});
