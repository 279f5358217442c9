import { describe, expect, it } from "vitest";
import { applyGuess, contentOf, draftName, editMeta, hasWork, lightened, newDraft, takesFile, withoutFile } from "./source-draft.ts";

const guess = {
  title: "Ferry aground",
  language: "de",
  author: "I. Varga",
  publisher: "Courier",
  url: "",
  publishedAt: "2026-10-08",
};
const file = { id: "f", name: "a.txt", mediaType: "text/plain", size: 3, base64: "YWJj" };

describe("a source on its way in", () => {
  it("has nothing to read while there is only white space", () => {
    expect(contentOf(newDraft("d", "2026-10-08"))).toBeNull();
    expect(contentOf({ ...newDraft("d", "2026-10-08"), text: " \n\t" })).toBeNull();
  });

  it("is kept over a reload without what is too large, and says so", () => {
    const draft = editMeta({ ...newDraft("d", ""), text: "12345" }, { publisher: "Courier" });
    expect(lightened(draft, 5)).toEqual(draft);
    const light = lightened(draft, 4);
    expect(light).toMatchObject({ text: "", textGone: true, meta: { publisher: "Courier" } });
    expect(hasWork(light)).toBe(true);
    expect(lightened(newDraft("d", "", file), 3).file).toEqual({ ...file, base64: null });
    expect(lightened(newDraft("d", "", file), 4).file).toEqual(file);
  });

  it("loses with a file taken out what the file told, and nothing that was typed", () => {
    const typed = editMeta(newDraft("d", "2026-10-09", file), { title: "My title" });
    const out = withoutFile(applyGuess(typed, guess));
    expect(out).toEqual({ ...typed, file: null });
  });

  it("takes a file while it has no text, or where its own was not kept", () => {
    expect(takesFile(editMeta(newDraft("d", ""), { title: "Typed first" }))).toBe(true);
    expect(takesFile(newDraft("d", "", { ...file, base64: null }))).toBe(true);
    for (const held of [newDraft("d", "", file), { ...newDraft("d", ""), text: "a" }, { ...newDraft("d", ""), textGone: true as const }])
      expect(takesFile(held)).toBe(false);
  });

  it("sends text and files as they are", () => {
    expect(contentOf({ ...newDraft("d", ""), text: " a " })).toEqual({ kind: "text", text: " a " });
    expect(contentOf(newDraft("d", "", file))).toEqual({
      kind: "file",
      name: "a.txt",
      mediaType: "text/plain",
      base64: "YWJj",
    });
    expect(contentOf(newDraft("d", "", { ...file, base64: null }))).toBeNull();
  });

  it("fills from a guess what nobody typed in, and only that", () => {
    const draft = editMeta(newDraft("d", "2026-10-08"), { publisher: "My own", language: "en" });
    const { meta } = applyGuess(draft, guess);
    expect(meta).toMatchObject({
      publisher: "My own",
      language: "en",
      title: "Ferry aground",
      publishedAt: "2026-10-08",
    });
  });

  it("takes a guess back when the text is replaced by one that says nothing of itself", () => {
    const first = applyGuess(newDraft("d", ""), guess);
    const second = applyGuess(first, { ...guess, title: "", author: "", publishedAt: null, language: null });
    expect(second.meta).toMatchObject({ title: "", author: "", publishedAt: null, language: "de" });
  });

  it("keeps a field that was emptied by hand empty", () => {
    const draft = editMeta(applyGuess(newDraft("d", ""), guess), { author: "" });
    expect(applyGuess(draft, guess).meta.author).toBe("");
  });

  it("knows whether closing would lose anything", () => {
    expect(hasWork(applyGuess(newDraft("d", ""), guess))).toBe(false);
    expect(hasWork(editMeta(newDraft("d", ""), { author: "A" }))).toBe(true);
    expect(hasWork({ ...newDraft("d", ""), text: "x" })).toBe(true);
    expect(hasWork(newDraft("d", "", file))).toBe(true);
  });

  it("is named by publisher, file, title, or its place", () => {
    expect(draftName(newDraft("d", "", file), 0)).toBe("a.txt");
    expect(draftName(editMeta(newDraft("d", "", file), { publisher: "Courier" }), 0)).toBe("Courier");
    expect(draftName(newDraft("d", ""), 2)).toBe("Source 3");
  });
});
