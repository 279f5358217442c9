import type { lookup } from "node:dns";
import { PROMPT_HASH, builtInProvider, chatProvider } from "@assay/assist";
import type { AssistSource, Reading } from "@assay/assist";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answering, asksForClaims, openChatService, stream, whole } from "../testing/chat-service.ts";
import type { Behaviour, ChatService } from "../testing/chat-service.ts";
import { httpTransport } from "./http-transport.ts";
import type { TransportOptions } from "./http-transport.ts";

const TEXT = [
  "The ferry Aurora struck a sandbank on Tuesday with 214 people aboard.",
  "Nobody was hurt. The harbour master said 🚢 it was avoidable.",
  "Nobody was hurt. The company agreed.",
].join("\n\n");
const SOURCE: AssistSource = { id: "s1", text: TEXT, published: "2026-01-05" };
const CLAIMS = [{ id: "c1", text: "214 people were aboard.", type: "number" as const }];
const AVOIDABLE = "it was avoidable";
const at = (exact: string) => ({ exact, start: TEXT.indexOf(exact), end: TEXT.indexOf(exact) + exact.length });

const GOOD_CLAIMS = [
  { ...at("with 214 people aboard"), text: "214 people were aboard.", type: "number", claimant: "", score: 0.9 },
  // Where it says it is, it is not; but it stands in the text once.
  { exact: AVOIDABLE, start: 3, end: 19, text: "It was avoidable.", type: "event", claimant: "the harbour master", score: 0.7 },
  { exact: "Nobody was hurt.", start: 9_000, end: 9_016, text: "Twice in the text.", type: "event", claimant: "", score: 0.6 },
  { exact: "Nobody was injured.", text: "Not in the text.", type: "event", claimant: "", score: 0.6 },
];
const GOOD_CELLS = [{ claim: "c1", stance: "verified", passages: [at("214 people aboard")], attributed: false, score: 0.8 }];

const LIMITS = { milliseconds: 20_000, stallMilliseconds: 20_000, retries: 2, pauseMilliseconds: 1 };

let service: ChatService;
beforeAll(async () => {
  service = await openChatService(answering(GOOD_CLAIMS, GOOD_CELLS));
});
afterAll(() => service.close());

interface Asked extends Partial<TransportOptions> {
  limits?: Partial<typeof LIMITS>;
  signal?: AbortSignal;
  sources?: AssistSource[];
}

function read(behave: Behaviour, { limits, signal, sources = [SOURCE], ...options }: Asked = {}): Promise<Reading> {
  service.set(behave);
  const transport = httpTransport({ baseUrl: service.baseUrl, key: "sk-harbour", addresses: "loopback", ...options });
  const provider = chatProvider({ transport, host: "model.example", model: "harbour-7b", limits: { ...LIMITS, ...limits } });
  return provider.read({ sources, claims: CLAIMS }, { ...(signal && { signal }) });
}

async function expectBuiltIn(reading: Reading, why: RegExp) {
  const own = await builtInProvider.read({ sources: [SOURCE], claims: CLAIMS });
  expect({ sources: reading.sources, report: reading.report }).toEqual({ sources: own.sources, report: own.report });
  expect(reading.notices.join(" ")).toMatch(why);
  expect([...(reading.byModel?.sources ?? []), ...(reading.byModel?.cells ?? [])]).toEqual([]);
}

describe("a model of the desk's own", { timeout: 60_000 }, () => {
  it.each([
    ["in a stream", stream],
    ["at once", whole],
  ])("answers %s, and of what it says only words stand that are in the text", async (_, send) => {
    const { sources, report, identity, byModel, notices } = await read(answering(GOOD_CLAIMS, GOOD_CELLS, send));
    expect(identity).toEqual({ provider: "model.example", version: "harbour-7b-2026-01", promptHash: PROMPT_HASH });
    expect(sources[0]?.claims).toMatchObject([
      { ...at("with 214 people aboard"), sourceId: "s1", type: "number", score: 0.9 },
      { ...at(AVOIDABLE), claimant: "the harbour master" },
    ]);
    expect(notices).toEqual(["2 passages of the model's were left out: the words are not in the text as it gave them."]);
    const [cell] = report.claims[0]?.cells ?? [];
    expect(cell).toMatchObject({ suggestion: "verified", score: 0.8, silence: "no", passages: [at("214 people aboard")] });
    expect({ sources: [...(byModel?.sources ?? [])], cells: [...(byModel?.cells ?? [])] }).toEqual({ sources: ["s1"], cells: ["c1 s1"] });
  });

  it("is asked for JSON, with the text, the claims and the key, and nothing else", async () => {
    await read(answering(GOOD_CLAIMS, GOOD_CELLS));
    expect(service.requests).toHaveLength(2);
    for (const { headers, body } of service.requests) {
      expect(headers.authorization).toBe("Bearer sk-harbour");
      expect(body).toMatchObject({ model: "harbour-7b", stream: true, response_format: { type: "json_object" } });
      expect(body.messages.map(({ role }) => role)).toEqual(["system", "user"]);
      expect(body.messages[1]?.content).toContain(TEXT);
    }
    const cells = service.requests.find((request) => !asksForClaims(request));
    expect(cells?.body.messages[1]?.content).toContain("214 people were aboard.");
  });

  it("may put its JSON between words, and may not know how to be asked for it", async () => {
    const wordy: Behaviour = (response, request) => {
      if (request.body.response_format !== undefined) return void response.writeHead(400).end("unknown field");
      const json = JSON.stringify(asksForClaims(request) ? { claims: GOOD_CLAIMS } : { cells: GOOD_CELLS });
      whole(response, `Here it is:\n\`\`\`json\n${json}\n\`\`\`\nAnything else?`);
    };
    const reading = await read(wordy);
    expect(reading.sources[0]?.claims).toHaveLength(2);
    expect(service.requests).toHaveLength(4);
  });

  it("is asked again after a fault of a moment, and not for ever", async () => {
    const passing: Behaviour = (response, request, index) =>
      index < 2 ? void response.writeHead(503).end() : answering(GOOD_CLAIMS, GOOD_CELLS)(response, request, index);
    expect((await read(passing)).sources[0]?.claims).toHaveLength(2);
    await expectBuiltIn(await read((response) => void response.writeHead(500).end("oops")), /too busy.*All suggestions are the built-in/);
    expect(service.requests).toHaveLength(2 * (1 + LIMITS.retries));
  });

  it.each([
    ["no JSON", (response) => stream(response, "I would rather not.")],
    ["broken JSON", (response) => whole(response, '{"claims": [')],
    ["an error in its stream", (response) => void response.writeHead(200, { "content-type": "text/event-stream" }).end('data: {"error":{}}\n\n')],
    ["a page", (response) => void response.writeHead(200, { "content-type": "text/html" }).end("<html>")],
    ["nothing", (response) => void response.writeHead(200, { "content-type": "application/json" }).end()],
  ] satisfies [string, Behaviour][])("that answers %s is left, and the built-in reader's word stands", async (_, behave) => {
    await expectBuiltIn(await read(behave), /no answer/);
  });

  it("that answers JSON of another form adds nothing", async () => {
    const odd = [null, 7, "words", { exact: 7 }, { exact: "" }, { exact: "   " }, { exact: ["a"] }];
    const cells = [null, { claim: "c1" }, { claim: "c1", stance: "true" }, { claim: "c9", stance: "missing" }, { claim: "c1", stance: "verified" }];
    for (const claims of [odd, {}, "claims", null]) {
      const reading = await read((response, request) =>
        whole(response, JSON.stringify(asksForClaims(request) ? { claims } : { cells })),
      );
      await expectBuiltIn(reading, /^$/);
    }
  });

  it("that does not take the key, or does not know the model, is not asked twice", async () => {
    const refused = (status: number): Behaviour => (response) => void response.writeHead(status).end();
    await expectBuiltIn(await read(refused(401), { sources: [SOURCE] }), /did not accept the key/);
    expect(service.requests.length).toBeLessThanOrEqual(2);
    await expectBuiltIn(await read(refused(404)), /not known under this name/);
    expect(service.requests.length).toBeLessThanOrEqual(2);
  });

  it("that answers without end is cut off", async () => {
    const endless: Behaviour = (response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      const line = `data: ${JSON.stringify({ choices: [{ delta: { content: "words ".repeat(2_000) } }] })}\n\n`;
      const more = (): void => {
        while (response.write(line)) if (response.destroyed) return;
        response.once("drain", more);
      };
      more();
    };
    await expectBuiltIn(await read(endless), /more than anybody asked for/);
  });

  it("that stops halfway, or says nothing, is waited for so long and no longer", async () => {
    const halfway: Behaviour = (response) => stream(response, '{"claims": [', { ends: false });
    await expectBuiltIn(await read(halfway, { limits: { stallMilliseconds: 100 } }), /took too long/);
    await expectBuiltIn(await read(() => undefined, { limits: { milliseconds: 100 } }), /took too long/);
    const hangsUp: Behaviour = (response) => {
      stream(response, '{"claims": [', { ends: false });
      response.destroy();
    };
    await expectBuiltIn(await read(hangsUp), /could not be reached/);
  });

  it("that answers for one part only is believed for that part", async () => {
    const half: Behaviour = (response, request, index) =>
      asksForClaims(request) ? answering(GOOD_CLAIMS, [])(response, request, index) : void response.writeHead(500).end();
    const { byModel, notices } = await read(half);
    expect([...(byModel?.sources ?? [])]).toEqual(["s1"]);
    expect([...(byModel?.cells ?? [])]).toEqual([]);
    expect(notices[0]).toBe("The model at model.example was too busy to answer. 1 of 2 parts are the built-in reader's.");
  });

  it("is not followed to where it redirects", async () => {
    const elsewhere = await openChatService(answering(GOOD_CLAIMS, GOOD_CELLS));
    const away: Behaviour = (response) => void response.writeHead(307, { location: `${elsewhere.baseUrl}/chat/completions` }).end();
    await expectBuiltIn(await read(away), /no answer/);
    expect(elsewhere.requests).toEqual([]);
    await elsewhere.close();
  });

  it("is not reached where whoever runs the server does not allow it, by whatever name", async () => {
    await expectBuiltIn(await read(answering(GOOD_CLAIMS, GOOD_CELLS), { addresses: "public" }), /may not reach/);
    expect(service.requests).toEqual([]);
    const toHere = ((_: string, __: object, done: (error: null, found: object[]) => void) =>
      done(null, [{ address: "127.0.0.1", family: 4 }])) as unknown as typeof lookup;
    const named = { baseUrl: `http://models.example:${service.port}/v1`, resolve: toHere };
    await expectBuiltIn(await read(answering(GOOD_CLAIMS, GOOD_CELLS), { ...named, addresses: "public" }), /may not reach/);
    expect(service.requests).toEqual([]);
    const allowed = await read(answering(GOOD_CLAIMS, GOOD_CELLS), { ...named, addresses: "loopback" });
    expect(allowed.sources[0]?.claims).toHaveLength(2);
  });

  it("is left at once when the reading is cancelled", async () => {
    const cancelled = new AbortController();
    const asked = read(() => cancelled.abort(new Error("cancelled")), { signal: cancelled.signal });
    await expect(asked).rejects.toThrow("cancelled");
  });

  it("reads a long text in pieces, with places in the whole", async () => {
    const long = { id: "s1", text: `${"A line of no weight at all.\n\n".repeat(900)}The Aurora sank at noon.` };
    const exact = "The Aurora sank at noon";
    const inPiece: Behaviour = (response, request) => {
      const asked = request.body.messages[1]?.content ?? "";
      const text = asked.slice(asked.indexOf("\n") + 1, asked.lastIndexOf("\n</source>"));
      const start = text.indexOf(exact);
      const claims = asksForClaims(request) && start >= 0 ? [{ exact, start, end: start + exact.length, text: exact, score: 1 }] : [];
      stream(response, JSON.stringify({ claims, cells: [] }));
    };
    const { sources } = await read(inPiece, { sources: [long] });
    const start = long.text.indexOf(exact);
    expect(sources[0]?.claims).toMatchObject([{ exact, start, end: start + exact.length }]);
    expect(service.requests.filter(asksForClaims).length).toBeGreaterThan(1);
  });
});

