import { describe, expect, it } from "vitest";
import { CLAIM_TYPES, STANCES, TAG_STATES, votingGroup } from "@assay/domain";
import type { DemoQuote, DemoTag } from "./demo-case-types.ts";
import { demoCase } from "./demo-case.ts";
import { demoFileText } from "./demo-files.ts";
import { replayStates } from "./replay-states.ts";
import { resolveQuote } from "./resolve-quote.ts";

const cellKey = (tag: DemoTag) => `${tag.claim} × ${tag.source}`;
const quotesOf = (tag: DemoTag): DemoQuote[] => [
  ...tag.evidence,
  ...tag.history.flatMap((step) => (step.do === "edit" ? (step.content.evidence ?? []) : [])),
];
const textOf = (sourceKey: string) => {
  const source = demoCase.sources.find(({ key }) => key === sourceKey);
  if (source === undefined) throw new Error(`No source ${sourceKey}`);
  return demoFileText(source.file);
};

describe("the demo case", () => {
  it("names only people, sources and claims that it has, each once", () => {
    const unique = (keys: string[]) => new Set(keys).size === keys.length;
    const people = demoCase.people.map(({ key }) => key);
    const claims = demoCase.claims.map(({ key }) => key);
    const sources = demoCase.sources.map(({ key }) => key);
    expect([people, claims, sources].map(unique)).toEqual([true, true, true]);
    for (const tag of demoCase.tags) {
      expect(claims, cellKey(tag)).toContain(tag.claim);
      expect(sources, cellKey(tag)).toContain(tag.source);
      expect(people, cellKey(tag)).toContain(tag.author);
      for (const step of tag.history) {
        if (step.do === "editClaim") expect(claims, cellKey(tag)).toContain(step.claim);
      }
    }
    for (const { createdBy } of demoCase.claims) expect(people).toContain(createdBy);
    for (const { addedBy } of demoCase.sources) expect(people).toContain(addedBy);
    for (const { password } of demoCase.people) expect(password.length).toBeGreaterThanOrEqual(10);
    expect(unique(demoCase.tags.map((tag) => `${cellKey(tag)} ${tag.author}`))).toBe(true);
  });

  it("[X1] finds every quote in its dispatch, inside one block and clear of Markdown marks", () => {
    for (const tag of demoCase.tags) {
      const text = textOf(tag.source);
      for (const { quote, occurrence } of quotesOf(tag)) {
        const { start, end } = resolveQuote(text, quote, occurrence);
        expect(text.slice(start, end)).toBe(quote);
        expect(quote, cellKey(tag)).not.toMatch(/[\n*_#>[\]`]/u);
        expect(quote, cellKey(tag)).toBe(quote.trim());
      }
    }
  });

  it("[S1] [S2] [S3] [S4] gives each stance what it needs", () => {
    for (const tag of demoCase.tags) {
      const shape = { passages: tag.evidence.length > 0, attested: tag.attestation !== null };
      const isMissing = tag.stance === "missing";
      expect(shape, cellKey(tag)).toEqual({ passages: !isMissing, attested: isMissing });
      if (isMissing) expect(tag.attributed, cellKey(tag)).toBe(false);
      if (isMissing) expect(tag.attestation?.searchTerms.length, cellKey(tag)).toBeGreaterThan(0);
      if (tag.stance === "verified") expect(tag.evidence.some(({ role }) => role === "supports")).toBe(true);
      if (tag.stance === "disputed") expect(tag.evidence.some(({ role }) => role === "refutes")).toBe(true);
    }
  });

  it("marks quotations and attributions as attributed, as the codebook asks", () => {
    for (const tag of demoCase.tags) {
      const type = demoCase.claims.find(({ key }) => key === tag.claim)?.type;
      if (tag.stance === "missing" || (type !== "quote" && type !== "attribution")) continue;
      expect(tag.attributed, cellKey(tag)).toBe(true);
    }
  });

  it("[T2] [T3] [T4] [T6] [T9] [A1] [A2] is a script the rules allow, and ends with every tag state", () => {
    const played = replayStates(demoCase);
    const count = (state: string) => played.filter((entry) => entry.state === state).length;
    for (const state of TAG_STATES) expect(count(state), state).toBeGreaterThan(0);
    expect(count("submitted")).toBeGreaterThanOrEqual(8);
    expect(count("approved") / played.length).toBeGreaterThan(0.6);
  });

  it("[A1] [B4] leaves one cell contested by a challenge and one by two people's stances", () => {
    const played = replayStates(demoCase);
    expect(played.some((entry) => entry.state === "challenged")).toBe(true);
    const stances = new Map<string, Set<string>>();
    for (const { tag, state, stance } of played) {
      if (state !== "submitted") continue;
      stances.set(cellKey(tag), (stances.get(cellKey(tag)) ?? new Set()).add(stance));
    }
    expect([...stances.values()].some((set) => set.size > 1)).toBe(true);
  });

  it("covers stances, claim types, shared passages and cells of several passages, and leaves a few cells empty", () => {
    const { claims, sources, tags } = demoCase;
    expect(claims.length).toBeGreaterThanOrEqual(32);
    expect(new Set(claims.map(({ type }) => type))).toEqual(new Set(CLAIM_TYPES));
    expect(new Set(tags.map(({ stance }) => stance))).toEqual(new Set(STANCES));
    expect(tags.some(({ evidence }) => evidence.length > 1)).toBe(true);
    const empty = claims.length * sources.length - new Set(tags.map(cellKey)).size;
    expect(empty).toBeGreaterThan(0);
    expect(empty).toBeLessThan(10);
    expect(overlappingClaims()).toBeGreaterThan(5);
  });

  it("[V1] lets two of the three sources share a wire", () => {
    const groups = demoCase.sources.map(({ key, meta }) => votingGroup({ id: key, ...meta }));
    expect(new Set(groups).size).toBe(2);
  });
});

function overlappingClaims(): number {
  const passages = demoCase.tags.flatMap((tag) =>
    tag.evidence.map(({ quote, occurrence }) => ({
      claim: tag.claim,
      source: tag.source,
      ...resolveQuote(textOf(tag.source), quote, occurrence),
    })),
  );
  const shared = passages.filter((a) =>
    passages.some((b) => b.claim !== a.claim && b.source === a.source && b.start < a.end && a.start < b.end),
  );
  return new Set(shared.map(({ claim }) => claim)).size;
}
