import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeHiddenCharacters } from "./hidden-characters.ts";
import { isBlank, normaliseText } from "./text.ts";

function normalised(raw: string): { text: string; replacedSurrogates: number } {
  const outcome = normaliseText(raw);
  if (!outcome.ok) throw new Error(outcome.reason);
  return { text: outcome.text, replacedSurrogates: outcome.replacedSurrogates };
}

describe("normaliseText", () => {
  it("[X2] turns CRLF and CR into LF", () => {
    expect(normalised("a\r\nb\rc\n\r\n\r").text).toBe("a\nb\nc\n\n\n");
  });

  it("[X2] refuses NUL and names the line", () => {
    const reason = expect.stringMatching(/^Line 2 /);
    expect(normaliseText("one\r\ntwo\0")).toMatchObject({ ok: false, rule: "X2", reason });
  });

  it("[X2] replaces lone surrogates, counts them, and leaves pairs alone", () => {
    expect(normalised("\ud800a\udc00😀\ud83d")).toEqual({ text: "\uFFFDa\uFFFD😀\uFFFD", replacedSurrogates: 3 });
  });

  it("[X2] drops a byte-order mark at the start only", () => {
    expect(normalised("\uFEFFa\uFEFFb").text).toBe("a\uFEFFb");
  });

  it("[X2] does not compose or decompose", () => {
    expect(normalised("cafe\u0301 caf\u00e9 ﬁ Å").text).toBe("cafe\u0301 caf\u00e9 ﬁ Å");
  });

  it("[X2] gives a text that can be stored, and is the same when normalised again", () => {
    const units = fc.array(fc.integer({ min: 1, max: 0xffff })).map((codes) => String.fromCharCode(...codes));
    fc.assert(
      fc.property(units, (raw) => {
        const { text } = normalised(raw.replace(/^\uFEFF+/, ""));
        expect(text).not.toMatch(/\p{Cs}/u);
        expect(text).not.toContain("\r");
        expect(normalised(text)).toEqual({ text, replacedSurrogates: 0 });
      }),
    );
  });
});

describe("isBlank", () => {
  it.each(["", " \n\t", "\u00a0\u2003", "\u200b\ufeff", "\u202e\u2066", "\u3164"])("sees nothing in %j", (value) => {
    expect(isBlank(value)).toBe(true);
  });

  it.each(["a", " . ", "\u0301", "😀", "\uFFFD"])("sees something in %j", (value) => {
    expect(isBlank(value)).toBe(false);
  });
});

describe("describeHiddenCharacters", () => {
  it("names bidi controls and zero-width characters with their offsets", () => {
    expect(describeHiddenCharacters("a\u202Eb\u2066c\u2069😀\u200Bd\uFEFF")).toEqual([
      { offset: 1, name: "right-to-left override" },
      { offset: 3, name: "left-to-right isolate" },
      { offset: 5, name: "pop directional isolate" },
      { offset: 8, name: "zero-width space" },
      { offset: 10, name: "zero-width no-break space" },
    ]);
  });

  it("passes over joiners that spell emoji, Persian and Hindi words, and a flag's tags", () => {
    expect(describeHiddenCharacters("👩‍👩‍👧 👩🏽‍🚒 ❤️‍🔥 می‌خواهم क्‍ष 🏴\u{E0067}\u{E0062}\u{E007F}")).toEqual([]);
  });

  it("reports a joiner between Latin letters and tags without a flag", () => {
    const found = describeHiddenCharacters("pass\u200Dword\u{E0061}");
    expect(found).toEqual([
      { offset: 4, name: "zero-width joiner" },
      { offset: 9, name: "tag character" },
    ]);
  });

  it("stops at its limit", () => {
    expect(describeHiddenCharacters("\u200B".repeat(50), 7)).toHaveLength(7);
  });
});
