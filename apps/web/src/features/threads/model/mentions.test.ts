import { describe, expect, it } from "vitest";
import { chooseMention, mentionAt, splitMentions, standingMentions, suggestPeople } from "./mentions.ts";

const people = [
  { id: "a", name: "Ana Marsh" },
  { id: "b", name: "Ann" },
  { id: "c", name: "Zoë de la Mare" },
];

describe("mentions", () => {
  it("begin at an @ that is no part of a word, on one line", () => {
    expect(mentionAt("Hello @An", 9)).toEqual({ start: 6, query: "An" });
    expect(mentionAt("@", 1)).toEqual({ start: 0, query: "" });
    expect(mentionAt("mail ana@desk", 13)).toBeNull();
    expect(mentionAt("@Ana\nnext", 9)).toBeNull();
    expect(mentionAt("no sign", 4)).toBeNull();
    expect(mentionAt(`@${"x".repeat(60)}`, 61)).toBeNull();
  });

  it("are offered by the beginning of any name", () => {
    const names = (query: string) => suggestPeople(people, query).map(({ name }) => name);
    expect(names("an")).toEqual(["Ana Marsh", "Ann"]);
    expect(names("ma")).toEqual(["Ana Marsh", "Zoë de la Mare"]);
    expect(names("ana m")).toEqual(["Ana Marsh"]);
    expect(names("q")).toEqual([]);
    expect(names("")).toHaveLength(3);
  });

  it("replace what was typed, and keep what follows", () => {
    const draft = { text: "Hello @an, look", mentions: [] };
    const chosen = chooseMention(draft, { start: 6, caret: 9 }, { id: "a", name: "Ana Marsh" });
    expect(chosen).toEqual({ draft: { text: "Hello @Ana Marsh , look", mentions: ["a"] }, caret: 17 });
    expect(chooseMention(chosen.draft, { start: 6, caret: 17 }, people[0] ?? people[1]!).draft.mentions).toEqual(["a"]);
  });

  it("go when their name goes", () => {
    const nameOf = (id: string) => people.find((one) => one.id === id)?.name;
    const draft = { text: "@Ana Marsh and nobody else", mentions: ["a", "b", "left"] };
    expect(standingMentions(draft, nameOf)).toEqual(["a"]);
  });

  it("are shown as names inside the text, the longest first", () => {
    expect(splitMentions("Hi @Ana Marsh, @Ana", ["Ana", "Ana Marsh"])).toEqual([
      { text: "Hi ", mention: false },
      { text: "@Ana Marsh", mention: true },
      { text: ", ", mention: false },
      { text: "@Ana", mention: true },
    ]);
    expect(splitMentions("No names", [])).toEqual([{ text: "No names", mention: false }]);
    expect(splitMentions("", ["Ana"])).toEqual([]);
  });
});
