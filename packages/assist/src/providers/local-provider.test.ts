import { describe, expect, it } from "vitest";
import type { AssistReport, CellSuggestion } from "../suggestion.ts";
import { LOCAL_PACKAGE, localProvider } from "./local-provider.ts";
import type { AssistProvider } from "./provider.ts";

const passage = (exact: string) => ({ exact, start: 0, end: exact.length, score: 0.9, matched: [] });

function cell(source: string, suggestion: CellSuggestion["suggestion"], exact: string): CellSuggestion {
  const silence = suggestion === "missing" ? "likely" : "no";
  return { source, suggestion, score: 0.6, attributed: false, silence, passages: [passage(exact)], differences: [], terms: [] };
}

const REPORT: AssistReport = {
  languages: [],
  claims: [
    {
      id: "c1",
      text: "It was canceled.",
      type: "event",
      cells: [cell("s1", "verified", "It was postponed."), cell("s2", "disputed", "It is off."), cell("s3", "missing", "Rain."), cell("s4", "verified", "Perhaps.")],
    },
  ],
  differences: [],
  quotes: [],
  independence: [],
  shared: [],
  merges: [],
  splits: [],
  contradictions: [],
  omissions: [],
};
const BASE_IDENTITY = { provider: "built-in", version: "2" };
const base: AssistProvider = {
  identity: BASE_IDENTITY,
  read: () => Promise.resolve({ identity: BASE_IDENTITY, sources: [], report: REPORT, notices: [] }),
};
const request = { sources: [], claims: [] };

/** As much of the package as is used; the model decides by the words it is given. */
function standIn(labels: string[], judge: (premise: string) => number[]) {
  const env: Record<string, unknown> = { version: "9.9.9" };
  const model = Object.assign(
    (inputs: { premise: string }) => Promise.resolve({ logits: { data: Float32Array.from(judge(inputs.premise)) } }),
    { config: { id2label: Object.fromEntries(labels.entries()) } },
  );
  const tokenize = (premise: string, { text_pair }: { text_pair: string }) => ({ premise, text_pair });
  return {
    env,
    AutoTokenizer: { from_pretrained: () => Promise.resolve(tokenize) },
    AutoModelForSequenceClassification: { from_pretrained: () => Promise.resolve(model) },
  };
}

const LABELS = ["CONTRADICTION", "NEUTRAL", "ENTAILMENT"];
const read = (load: () => Promise<unknown>) => localProvider({ models: "/srv/models", folder: "nli", load, base }).read(request);
const stancesOf = ({ report }: Awaited<ReturnType<typeof read>>) => report.claims[0]?.cells.map(({ suggestion }) => suggestion);

describe("a local model", () => {
  it("decides of what was found whether it asserts or denies, fetches nothing, and leaves silence alone", async () => {
    const found = standIn(LABELS, (premise) => {
      if (premise.includes("postponed")) return [4, 0, 0];
      return premise.includes("off") ? [0, 0, 4] : [0, 4, 0];
    });
    const reading = await read(() => Promise.resolve(found));
    expect(stancesOf(reading)).toEqual(["disputed", "verified", "missing", "verified"]);
    expect([...(reading.byModel?.cells ?? [])]).toEqual(["c1 s1", "c1 s2", "c1 s4"]);
    expect(reading.identity).toEqual({ provider: "local nli", version: "transformers 9.9.9" });
    expect(found.env).toMatchObject({ allowRemoteModels: false, localModelPath: "/srv/models" });
    expect(reading.notices).toEqual([]);
  });

  it("that is not installed is named, with how to install it", async () => {
    const reading = await read(() => import(`${LOCAL_PACKAGE}-that-is-not-there`));
    expect(reading).toMatchObject({ identity: BASE_IDENTITY, report: REPORT });
    expect(reading.notices).toEqual([expect.stringContaining(`npm install --no-save ${LOCAL_PACKAGE}`)]);
  });

  it("of another kind, or broken, leaves the built-in reader's word", async () => {
    const other = standIn(["LABEL_0", "LABEL_1"], () => [0, 0]);
    expect((await read(() => Promise.resolve(other))).notices).toEqual([expect.stringMatching(/none that tells entailment/)]);
    expect((await read(() => Promise.resolve({}))).notices).toEqual([expect.stringMatching(/could not be loaded/)]);
    const failing = standIn(LABELS, () => {
      throw new Error("no kernel");
    });
    const reading = await read(() => Promise.resolve(failing));
    expect(stancesOf(reading)).toEqual(["verified", "disputed", "missing", "verified"]);
    expect(reading.notices).toEqual([expect.stringMatching(/stopped working/)]);
  });
});
