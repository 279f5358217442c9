import { setTimeout as sleep } from "node:timers/promises";
import { buildSourceMeta } from "@assay/seeds";
import { apiAs, makeAccount, makeCase, newId, untilAnswered } from "./people.ts";
import type { Api } from "./people.ts";

/** A case with people in it who work on tags of their own. */
export interface LiveCase {
  caseId: string;
  /** Its owner, on the first of the servers, and on any. */
  api: Api;
  apiAt(url: string): Api;
  /** Sessions of members, for those who only follow. */
  tokens: string[];
  writers: Writer[];
}

/** One tag, edited by one client over and over, one edit at a time. */
export interface Writer {
  /** Resolves with the number of the event, once the server has answered. */
  write(rationale: string): Promise<number>;
  /** What was answered last. */
  readonly acknowledged: { tagId: string; version: number; rationale: string };
}

export interface LiveCaseOptions {
  /** Servers to write to, asked anew for every attempt. */
  urls(): string[];
  writers: number;
  followers: number;
}

export async function openLiveCase({ urls, writers, followers }: LiveCaseOptions): Promise<LiveCase> {
  const [home = ""] = urls();
  const owner = await makeAccount(home, "Ines");
  const api = apiAs(home, owner.token);
  const { workspaceId, caseId } = await makeCase(api);
  const tokens: string[] = [];
  for (let index = 0; index < followers; index += 1) {
    const member = await makeAccount(home, `Member${index}`);
    const { token } = await api.workspace.invite.mutate({ mutationId: newId(), workspaceId, role: "annotator" });
    await apiAs(home, member.token).invitation.accept.mutate({ mutationId: newId(), token });
    tokens.push(member.token);
  }
  const added = await api.source.add.mutate({
    mutationId: newId(),
    caseId,
    id: newId(),
    content: { kind: "text", text: "The ferry struck a sandbank at 06:40 with 214 people aboard." },
    meta: buildSourceMeta({}),
    completeness: "full",
  });
  const source = added.sources?.[0];
  if (source === undefined) throw new Error("The source was not added");
  const place = { caseId, sourceId: source.id, revisionId: source.revision.id };
  const made: Writer[] = [];
  for (let index = 0; index < writers; index += 1) {
    const claimId = newId();
    const wording = { text: `Claim of writer ${index}`, type: "event", claimant: "" } as const;
    await api.claim.create.mutate({ mutationId: newId(), caseId, id: claimId, ...wording });
    made.push(writerOf(urls, owner.token, { ...place, claimId }));
  }
  return { caseId, api, apiAt: (url) => apiAs(url, owner.token), tokens, writers: made };
}

interface Place {
  caseId: string;
  claimId: string;
  sourceId: string;
  revisionId: string;
}

function writerOf(urls: () => string[], token: string, place: Place): Writer {
  const acknowledged = { tagId: newId(), version: 0, rationale: "" };
  return {
    acknowledged,
    async write(rationale) {
      const mutation = {
        mutationId: newId(),
        id: acknowledged.tagId,
        ...place,
        baseVersion: acknowledged.version,
        claimVersion: 1,
        content: {
          stance: "verified" as const,
          attributed: false,
          confidence: null,
          rationale,
          evidence: [],
          attestation: null,
        },
      };
      const { value } = await untilAnswered(() => {
        const all = urls();
        const url = all[Math.floor(Math.random() * all.length)];
        if (url === undefined) throw new Error("There is no server now");
        return apiAs(url, token).tag.save.mutate(mutation);
      });
      acknowledged.version += 1;
      acknowledged.rationale = rationale;
      return value.lastEvent;
    },
  };
}

/** Writes of all writers at once until so many are done. Returns the last event's number. */
export async function writeAll(writers: readonly Writer[], count: number, rationale: (n: number) => string) {
  let [begun, last] = [0, 0];
  await Promise.all(
    writers.map(async ({ write }) => {
      while (begun < count) last = Math.max(last, await write(rationale(begun++)));
    }),
  );
  return last;
}

let written = 0;

/**
 * Writes begun at a steady pace, each by whoever is free; resolves when all are answered, with how many a second there
 * were in fact: fewer when nobody was free.
 */
export async function writePaced(writers: readonly Writer[], count: number, perSecond: number, rationale: string) {
  const free = [...writers];
  const under = new Set<Promise<unknown>>();
  let failure: unknown = null;
  const beganAt = performance.now();
  for (let index = 0; index < count; index += 1) {
    const wait = beganAt + (index * 1000) / perSecond - performance.now();
    if (wait > 0) await sleep(wait);
    while (free.length === 0) await Promise.race(under);
    const writer = free.shift();
    if (writer === undefined) throw new Error("There are no writers");
    // No two alike: a text that is there already would make no event.
    const done = writer.write(`${rationale} ${(written += 1)}`).then(
      () => void free.push(writer),
      (error: unknown) => (failure ??= error),
    );
    under.add(done);
    void done.then(() => under.delete(done));
    if (failure !== null) break;
  }
  await Promise.all(under);
  if (failure !== null) throw failure;
  return (count * 1000) / (performance.now() - beganAt);
}
