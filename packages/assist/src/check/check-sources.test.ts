import { describe, expect, it } from "vitest";
import type { AssistSource, Difference, SourcePassage } from "../suggestion.ts";
import { checkSources } from "./check-sources.ts";
import type { SourceCheck } from "./check-sources.ts";

const NEWS: AssistSource[] = [
  {
    id: "post",
    published: "2026-05-05",
    text:
      "LOWMOUTH, May 5 (Wire) - The harbour wall at Lowmouth gave way on Monday night after three days of rain, and 340 people left their homes.\n\n" +
      "“We asked for the repairs in March,” said Ada Quill, the county engineer. Nobody was hurt, the fire brigade said.\n\n" +
      "The wall was built in 1931. Repairs will cost 2.4 million crowns, according to the council.",
  },
  {
    id: "echo",
    published: "2026-05-06",
    text:
      "Some 120 people had to leave their homes when the harbour wall at Lowmouth gave way on Monday.\n\n" +
      "County engineer Ada Quill was blunt. “We asked for the repairs in March and in April,” she said.\n\n" +
      "Two people were taken to hospital. The ferry did not run on Tuesday, and the fish market stayed closed.",
  },
  { id: "note", text: "The fish market opens again on Friday. Tickets for the fair are sold at the door." },
];

function expectVerbatim(sources: readonly AssistSource[], report: SourceCheck): void {
  const text = new Map(sources.map((source) => [source.id, source.text]));
  const claims = new Map(report.claims.map((claim) => [claim.id, claim.text]));
  const side = ({ source, start, end, exact }: SourcePassage) => {
    expect((text.get(source) ?? claims.get(source) ?? "").slice(start, end)).toBe(exact);
  };
  const difference = ({ a, b, why }: Difference) => {
    side(a);
    side(b);
    expect(why.trim()).not.toBe("");
  };
  for (const { cells } of report.claims) {
    expect(cells.map(({ source }) => source)).toEqual(sources.map(({ id }) => id));
    for (const cell of cells) {
      expect(cell.passages.length).toBeLessThanOrEqual(3);
      for (const passage of cell.passages) {
        side({ source: cell.source, ...passage });
        for (const word of passage.matched) side({ source: cell.source, ...word });
      }
      cell.differences.forEach(difference);
      expect(cell.score).toBeGreaterThanOrEqual(0);
      expect(cell.score).toBeLessThanOrEqual(1);
      if (cell.suggestion === "missing") expect(cell.attributed).toBe(false);
    }
  }
  report.differences.forEach(difference);
  report.contradictions.forEach((one) => difference(one.difference));
  for (const pair of [...report.quotes, ...report.shared]) [pair.a, pair.b].forEach(side);
  for (const source of report.sources) {
    for (const claim of source.claims) side({ source: source.source, ...claim });
    for (const { speaker, cue, content } of source.attributions) {
      for (const span of [speaker, cue, content]) if (span !== null) side({ source: source.source, ...span });
    }
  }
  expect(report.independence.flat().toSorted()).toEqual(sources.map(({ id }) => id).toSorted());
}

describe("checkSources", { timeout: 120_000 }, () => {
  it("says of each claim what each source says, in the source's own words", async () => {
    const report = await checkSources(NEWS, [
      { id: "a", text: "The harbour wall at Lowmouth gave way." },
      { id: "b", text: "The mayor of Tollard bought a submarine." },
    ]);
    expectVerbatim(NEWS, report);
    const said = (claim: string) => report.claims.find(({ id }) => id === claim)?.cells.map(({ suggestion }) => suggestion);
    expect(said("a")).toEqual(["verified", "verified", "missing"]);
    expect(said("b")?.slice(0, 2)).toEqual(["missing", "missing"]);
    expect(report.omissions.find(({ source }) => source === "note")?.omitted).toContain("a");
    expect(report.quotes.map(({ relation }) => relation)).toEqual(["truncated"]);
  });

  it("does not propose to merge claims that exclude each other, however alike", async () => {
    const FAIR = "The fair of the fishing boats of Tollard on the north pier of Lowmouth harbour";
    const merges = async (...texts: string[]) => (await checkSources(NEWS, texts.map((text, at) => ({ id: `c${at}`, text })))).merges.length;
    expect(await merges(`${FAIR} was postponed.`, `${FAIR} was cancelled.`)).toBe(0);
    expect(await merges(`${FAIR} was cancelled.`, `${FAIR} had been cancelled.`)).toBe(1);
  });

  it("finds claims of its own where none are given, each carried by the source it is from", async () => {
    const report = await checkSources(NEWS);
    expectVerbatim(NEWS, report);
    expect(report.claims.length).toBeGreaterThan(4);
    for (const { cells } of report.claims) expect(cells.some(({ suggestion }) => suggestion === "verified")).toBe(true);
    expect(new Set(report.claims.map(({ id }) => id)).size).toBe(report.claims.length);
  });

  it("[B1] gives the same answer for the same texts and claims, whatever else happened", async () => {
    const once = await checkSources(NEWS);
    await checkSources(NEWS.slice(1));
    expect(await checkSources(NEWS)).toEqual(once);
  });

  it("shows how far it is, ever farther, and lets others run meanwhile", async () => {
    const seen: number[] = [];
    let turns = 0;
    const count = () => {
      turns += 1;
      if (seen.at(-1) !== 1) setImmediate(count);
    };
    setImmediate(count);
    const many = Array.from({ length: 12 }, (_, at) => ({ id: `s${at}`, text: (NEWS[at % 2]?.text ?? "").replaceAll("Lowmouth", `Port ${at}`).repeat(6) }));
    await checkSources(many, undefined, { onProgress: (done) => seen.push(done) });
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
    expect(turns).toBeGreaterThan(1);
  });

  it("stops with the reason it is given", async () => {
    const stop = new AbortController();
    const reason = new Error("the desk closed the case");
    await expect(
      checkSources(NEWS, undefined, {
        signal: stop.signal,
        onProgress: () => stop.abort(reason),
      }),
    ).rejects.toBe(reason);
  });

  it("says that two claims are one, and that one claim is two", async () => {
    const report = await checkSources(NEWS, [
      { id: "a", text: "The harbour wall at Lowmouth gave way on Monday." },
      { id: "b", text: "On Monday the harbour wall gave way at Lowmouth." },
      { id: "c", text: "The ferry did not run and the fish market stayed closed." },
    ]);
    expect(report.merges).toMatchObject([{ claims: ["a", "b"] }]);
    expect(report.splits).toEqual([{ claim: "c", parts: ["The ferry did not run.", "The fish market stayed closed."] }]);
  });

  const odd: [name: string, sources: AssistSource[]][] = [
    ["no source", []],
    ["an empty source", [{ id: "a", text: "" }, { id: "b", text: " \n\n " }]],
    ["one source alone", NEWS.slice(0, 1)],
    ["another script", [{ id: "a", text: "市議会は火曜日に橋を閉鎖した。料金は3.5％上がる。" }, { id: "b", text: "أغلقت البلدية الجسر يوم الثلاثاء. وقال العمدة: «لن نتراجع»." }]],
    ["a table of numbers", [{ id: "a", text: "1931\t2.4\t340\n1932\t2.6\t351\n".repeat(40) }, ...NEWS.slice(1, 2)]],
    ["all capitals", [{ id: "a", text: (NEWS[0]?.text ?? "").toUpperCase() }, ...NEWS.slice(1)]],
    ["noise of a scanner", [{ id: "a", text: "Th3 harb0ur wa||  at L0wm0uth g@ve w4y 0n M0n-\nday n1ght. .,;: ~~ ‘‘’’ \u00ad\u200b 34O people" }, ...NEWS.slice(1)]],
    ["broken characters", [{ id: "a", text: `\uFEFFThe wall fell. \ud83d \udc00 e\u0301\u0301 “never closed ${"(".repeat(50)}` }, ...NEWS.slice(1)]],
  ];
  it.each(odd)("reads %s", async (_, sources) => {
    expectVerbatim(sources, await checkSources(sources));
    expectVerbatim(sources, await checkSources(sources, [{ id: "c1", text: "The wall fell." }]));
  });

  it("reads a claim that is a question, an empty one and one of symbols", async () => {
    const claims = ["Did the harbour wall give way?", "", "?!", "340", "“"].map((text, at) => ({ id: `c${at}`, text }));
    const report = await checkSources(NEWS, claims);
    expectVerbatim(NEWS, report);
    expect(report.claims[0]?.cells[0]?.passages[0]?.exact).toContain("gave way");
  });

  it("names a language that it does not know, and still compares figures and quotations", async () => {
    const sources = [
      { id: "a", text: "Der Rat hat die Brücke nicht geschlossen. „Wir haben im März um die Arbeiten gebeten“, sagte Ada Quill. Die Kosten sind mit 340 Kronen zu hoch." },
      { id: "b", text: "Die Ratsfrau Ada Quill hat sich zu dem Fall geäußert. „Wir haben im März um die Arbeiten gebeten“, sagte sie der Zeitung." },
    ];
    const report = await checkSources(sources);
    expect(report.languages).toEqual([
      { source: "a", language: "de", handled: false },
      { source: "b", language: "de", handled: false },
    ]);
    expect(report.quotes.map(({ relation }) => relation)).toEqual(["identical"]);
  });

  it("reads one sentence of 20,000 words", async () => {
    const long = `The ferry ${"left the quay and passed the light, which was dark, while others who waited said that it came back ".repeat(1000)}.`;
    const sources = [{ id: "long", text: long }, ...NEWS.slice(1, 2)];
    expectVerbatim(sources, await checkSources(sources, [{ id: "c", text: "The ferry left the quay." }]));
  });
});
