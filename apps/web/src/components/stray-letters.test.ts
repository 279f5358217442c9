import { expect, it } from "vitest";
import { StrayLetters } from "./stray-letters.ts";

const press = (key: string, field: { isConnected: boolean } | null = null, ctrlKey = false) => ({ key, ctrlKey, metaKey: false, field });

function written() {
  const letters = new StrayLetters();
  const field = { isConnected: true };
  letters.press(press("s", field), 0);
  return { letters, field };
}

it("letters typed on after their field has gone are strays, until a pause", () => {
  const { letters, field } = written();
  field.isConnected = false;
  expect([letters.press(press("d"), 300), letters.press(press("v"), 900), letters.press(press("j"), 1_900)]).toEqual([1, 2, 0]);
  expect(letters.press(press("j"), 2_000)).toBe(0);
});

it("are none where the field stands, where a key or the mouse ended the writing, or for a chord", () => {
  const left = written();
  expect(left.letters.press(press("j"), 100)).toBe(0);
  for (const end of ["Enter", "Escape", "Tab"]) {
    const { letters, field } = written();
    letters.press(press(end, field), 100);
    field.isConnected = false;
    expect(letters.press(press("j"), 200)).toBe(0);
  }
  const pointed = written();
  pointed.letters.clear();
  pointed.field.isConnected = false;
  expect(pointed.letters.press(press("j"), 100)).toBe(0);
  const chord = written();
  chord.field.isConnected = false;
  expect(chord.letters.press(press("k", null, true), 100)).toBe(0);
});
