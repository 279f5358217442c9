import { demoCase } from "@assay/seeds";
import { apiAs, newId } from "../../support/api.ts";
import type { Api } from "../../support/api.ts";
import { startBuiltServer } from "../../support/server.ts";
import { benchCase } from "./corpus.ts";

const SOURCES = 50;
const WORDS = 1000;
const CLAIMS = 25;
/** Between two questions; a load balancer asks far less often. */
const EVERY_MS = 10;
/** A reading that takes longer than this says nothing about the server. */
const LONGEST_MS = 120_000;

/** 99 of 100 answers of /healthz come within so many milliseconds while a large case is read beside the server. */
export async function healthzWhileReading(): Promise<number> {
  const server = await startBuiltServer();
  try {
    const lead = await signIn(server.url);
    const caseId = await fillCase(lead);
    const times: number[] = [];
    let state: string = (await lead.assist.suggestions.query({ caseId })).state;
    const began = performance.now();
    let asked = began;
    while (state === "reading" && performance.now() - began < LONGEST_MS) {
      const at = performance.now();
      await (await fetch(`${server.url}/healthz`)).text();
      times.push(performance.now() - at);
      await new Promise((resolve) => {
        setTimeout(resolve, EVERY_MS);
      });
      if (performance.now() - asked > 500) {
        asked = performance.now();
        ({ state } = await lead.assist.suggestions.query({ caseId }));
      }
    }
    if (state !== "ready") throw new Error(`The case of ${SOURCES} sources is ${state} after ${Math.round(performance.now() - began)} ms`);
    const sorted = times.toSorted((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.99))] ?? Number.NaN;
  } finally {
    await server.stop();
  }
}

const META = {
  title: "",
  publisher: "",
  author: "",
  url: "",
  publishedAt: null,
  retrievedAt: null,
  kind: "article",
  language: "en",
  independenceGroup: "",
} as const;

async function signIn(url: string): Promise<Api> {
  const { email, password } = demoCase.people.find(({ key }) => key === "wren") ?? { email: "", password: "" };
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) throw new Error(`${email} could not sign in: ${response.status}`);
  return apiAs(url, response.headers.get("set-auth-token"));
}

async function fillCase(lead: Api): Promise<string> {
  const workspaceId = (await lead.me.get.query()).workspaces[0]?.id ?? "";
  const caseId = newId();
  const desk = benchCase(SOURCES, WORDS, CLAIMS);
  await lead.case.create.mutate({ mutationId: newId(), id: caseId, workspaceId, title: "Fifty reports on one harbour wall", summary: "" });
  for (const [index, { text }] of desk.sources.entries()) {
    await lead.source.add.mutate({
      mutationId: newId(),
      caseId,
      id: newId(),
      content: { kind: "text", text },
      meta: { ...META, publisher: `Harbour Paper ${index + 1}` },
      completeness: "full",
    });
  }
  for (const { text } of desk.claims) {
    await lead.claim.create.mutate({ mutationId: newId(), caseId, id: newId(), text, type: "event", claimant: "" });
  }
  return caseId;
}
