import fc from "fast-check";
import { Editor, createEditor, type Operation } from "slate";
import { describe, expect, it } from "vitest";
import { anchorPassages, rangeInText, readAnchors } from "./draft-anchor.ts";
import { anchorsOf } from "./draft-editor.ts";
import { readDraft } from "./draft-text.ts";
import { openDraft, type DraftElement } from "./draft-value.ts";
import { moveAnchors } from "./move-anchors.ts";
import { NO_EDGES, Signs, draftWith, perturb, signDraft, textOf } from "./testing/random-draft.ts";

const lengths = fc.array(fc.integer({ min: 1, max: 14 }), { minLength: 1, maxLength: 6 });
const step = fc.tuple(fc.nat(12), fc.nat(400), fc.nat(400), fc.nat(400));
const edges = fc.array(fc.tuple(fc.nat(400), fc.nat(400)), { minLength: 1, maxLength: 6 });

/** Passages between white space, as tags have them. */
function passagesIn(text: string, pairs: readonly (readonly [number, number])[]) {
  return pairs.flatMap(([a, b], index) => {
    const [start, end] = [a % text.length, b % (text.length + 1)].sort((one, other) => one - other) as [number, number];
    const words = text.slice(start, end);
    return words.trim() === "" || words.trim() !== words ? [] : [{ id: `p${index}`, start, end }];
  });
}

describe("anchors in a draft", () => {
  it("[X4] after any operations an anchor stands on the very words it had, or says that it does not", () => {
    let kept = 0;
    let lost = 0;
    fc.assert(
      fc.property(lengths, edges, fc.array(step, { minLength: 1, maxLength: 30 }), (sizes, pairs, steps) => {
        const signs = new Signs();
        const document = signDraft(sizes, signs);
        const passages = passagesIn(readDraft(document).text, pairs);
        const editor = draftWith(document, passages);
        for (const one of steps) {
          perturb(editor, signs, one);
          const draft = readDraft({ value: editor.children as DraftElement[], edges: NO_EDGES });
          for (const anchor of anchorsOf(editor)) {
            const { start, end } = rangeInText(draft, anchor);
            if (anchor.state === "kept") {
              kept += 1;
              expect(draft.text.slice(start, end)).toBe(anchor.exact);
            } else {
              lost += 1;
              expect(draft.text, "words that are there whole are never given up").not.toContain(anchor.exact);
            }
          }
        }
      }),
      { numRuns: 600 },
    );
    // Neither half was passed for want of cases.
    expect(kept).toBeGreaterThan(1000);
    expect(lost).toBeGreaterThan(1000);
  });

  it("[X4] undoing everything puts every anchor back where it was, and redoing takes it along again", () => {
    fc.assert(
      fc.property(lengths, edges, fc.array(step, { minLength: 1, maxLength: 20 }), (sizes, pairs, steps) => {
        const signs = new Signs();
        const document = signDraft(sizes, signs);
        const text = readDraft(document).text;
        const editor = draftWith(document, passagesIn(text, pairs));
        const before = anchorsOf(editor);
        for (const one of steps) if (one[0] < 11) Editor.withoutNormalizing(editor, () => perturb(editor, signs, one));
        const after = { text: textOf(editor), anchors: anchorsOf(editor) };
        while (editor.history.undos.length > 0) editor.undo();
        expect(textOf(editor)).toBe(text);
        expect(anchorsOf(editor)).toEqual(before);
        while (editor.history.redos.length > 0) editor.redo();
        expect({ text: textOf(editor), anchors: anchorsOf(editor) }).toEqual(after);
      }),
      { numRuns: 300 },
    );
  });

  it("[X1][X3] full Unicode: an anchor that is kept splits no character, on 10,000 strings", () => {
    const text = fc.string({ unit: "binary", minLength: 1, maxLength: 24 }).map((raw) => raw.replace(/[\s\0]/g, "x"));
    fc.assert(
      fc.property(text, text, fc.nat(24), fc.nat(24), fc.nat(24), (words, typed, a, b, at) => {
        const document = openDraft(words, [{ kind: "paragraph", start: 0, end: words.length }]);
        const [start, end] = [a % words.length, b % (words.length + 1)].sort((x, y) => x - y) as [number, number];
        const anchors = anchorPassages(readDraft(document), [{ id: "p", start, end, exact: words.slice(start, end) }]);
        const editor = createEditor();
        editor.children = document.value;
        const op: Operation = { type: "insert_text", path: [0, 0], offset: at % (words.length + 1), text: typed };
        const moved = moveAnchors(editor.children, op, anchors);
        editor.apply(op);
        const whole = textOf(editor);
        const cuts = new Set([...new Intl.Segmenter("und", { granularity: "grapheme" }).segment(whole)].map(({ index }) => index));
        for (const anchor of readAnchors(editor.children, moved)) {
          if (anchor.state !== "kept") continue;
          expect(whole.slice(anchor.start.offset, anchor.end.offset)).toBe(words.slice(start, end));
          expect(cuts.has(anchor.start.offset)).toBe(true);
          expect(anchor.end.offset === whole.length || cuts.has(anchor.end.offset)).toBe(true);
        }
      }),
      { numRuns: 10_000 },
    );
  });
});
