import { describe, expect, it } from "vitest";
import type { KeyPress } from "./key-match.ts";
import { goesOnWhileHeld, matchesKey } from "./key-match.ts";

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: "",
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

describe("matchesKey", () => {
  it("matches letters, with Caps Lock too", () => {
    expect(matchesKey("j", press("j"))).toBe(true);
    expect(matchesKey("j", press("J"))).toBe(true);
    expect(matchesKey("j", press("k"))).toBe(false);
  });

  it("tells a letter from its shifted one and from a shortcut of the browser", () => {
    expect(matchesKey("j", press("J", { shiftKey: true }))).toBe(false);
    expect(matchesKey("c", press("c", { ctrlKey: true }))).toBe(false);
    expect(matchesKey("c", press("c", { metaKey: true }))).toBe(false);
    expect(matchesKey("c", press("ç", { altKey: true, code: "KeyC" }))).toBe(false);
  });

  it("takes signs however the layout makes them", () => {
    expect(matchesKey("?", press("?", { shiftKey: true }))).toBe(true);
    expect(matchesKey("\\", press("\\"))).toBe(true);
    expect(matchesKey("/", press("/", { shiftKey: true }))).toBe(true);
  });

  it("finds letters by their place on a layout that is not Latin", () => {
    expect(matchesKey("j", press("о", { code: "KeyJ" }))).toBe(true);
    expect(matchesKey("k", press("о", { code: "KeyJ" }))).toBe(false);
  });

  it("matches named keys and mod", () => {
    expect(matchesKey("Escape", press("Escape"))).toBe(true);
    expect(matchesKey("mod+k", press("k", { ctrlKey: true }))).toBe(true);
    expect(matchesKey("mod+k", press("k", { metaKey: true }))).toBe(true);
    expect(matchesKey("mod+k", press("k"))).toBe(false);
    expect(matchesKey("shift+Enter", press("Enter", { shiftKey: true }))).toBe(true);
    expect(matchesKey("Enter", press("Enter", { shiftKey: true }))).toBe(false);
  });
});

it("[T5] a held key moves on, and decides, writes or undoes once", () => {
  for (const spec of ["j", "k", "n", "p", ".", "=", "-", "[", "]", "ArrowDown", "alt+ArrowUp", "mod+g"]) {
    expect(goesOnWhileHeld(spec), spec).toBe(true);
  }
  for (const spec of ["a", "r", "s", "shift+s", "shift+b", "d", "m", "u", "mod+z", "mod+k", "mod+Enter", "Enter", " "]) {
    expect(goesOnWhileHeld(spec), spec).toBe(false);
  }
});
