import { expect, it } from "vitest";
import { groupBarKeys } from "./group-bar-keys.ts";

const run = () => undefined;

it("puts keys of one word together, in order, and leaves out what rests", () => {
  const groups = groupBarKeys([
    { key: "j", label: "Next claim", bar: "claim", run },
    { key: "v", label: "Verify", bar: "tag", run },
    { key: "k", label: "Previous claim", bar: "claim", run },
    { key: "e", label: "Edit", run },
    { key: "u", label: "Undo", bar: "undo", when: false, run },
    { key: "j", label: "Next tag", bar: "claim", run },
    { key: "?", label: "Show all keys", bar: "all keys", run },
  ]);
  expect(groups).toEqual([
    { word: "claim", keys: ["j", "k"] },
    { word: "tag", keys: ["v"] },
  ]);
});
