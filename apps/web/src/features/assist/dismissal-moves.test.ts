import { beforeEach, describe, expect, it } from "vitest";
import type { CaseSuggestions } from "./assist-types.ts";
import { layMoves, useMoves, withMoves } from "./dismissal-moves.ts";

const told: CaseSuggestions["dismissed"] = [{ kind: "claim", key: "a", by: "teo", at: "2026-03-01T08:00:00.000Z" }];
const suggestions = { dismissed: told } as CaseSuggestions;
const shown = () => withMoves(suggestions, useMoves.getState()).dismissed.map(({ key, by }) => `${key} ${by}`);

beforeEach(() => useMoves.setState({}, true));

describe("what is dismissed here and not told by the desk yet", () => {
  it("is gone at once, beside what the desk tells", () => {
    layMoves([{ kind: "claim", key: "b" }], "ana");
    expect(shown()).toEqual(["a teo", "b ana"]);
  });

  it("is there again at once when it is brought back, whoever dismissed it", () => {
    layMoves([{ kind: "claim", key: "a" }], null);
    expect(shown()).toEqual([]);
  });

  it("is let go of when the desk tells of it, but for what was done since then", () => {
    const first = layMoves([{ kind: "claim", key: "b" }], "ana");
    const second = layMoves([{ kind: "claim", key: "b" }], null);
    first();
    expect(shown()).toEqual(["a teo"]);
    second();
    expect(withMoves(suggestions, useMoves.getState())).toBe(suggestions);
  });
});
