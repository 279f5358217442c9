import { buildSourceMeta } from "@assay/seeds";
import { makeCase, newId, untilAnswered } from "./people.ts";
import type { Api } from "./people.ts";

/** A mutation that was answered with success, and how many entries of the log it made. */
export interface Acknowledged {
  mutationId: string;
  events: number;
  /** What has to be stored of it for good. */
  mark: { claimId: string; text?: string; tagVersion?: number };
}

export interface Desk {
  caseId: string;
  sourceId: string;
  revisionId: string;
}

/** A case with one source, of a person's own. */
export async function openDesk(api: Api): Promise<Desk> {
  const { caseId } = await makeCase(api);
  const sourceId = newId();
  const content = { kind: "text", text: "The ferry Aurora struck a sandbank." } as const;
  const source = { id: sourceId, content, meta: buildSourceMeta({}), completeness: "full" } as const;
  const { sources } = await api.source.add.mutate({ mutationId: newId(), caseId, ...source });
  return { caseId, sourceId, revisionId: sources?.[0]?.revision.id ?? "" };
}

const BLANK = { stance: "missing", attributed: false, confidence: null, attestation: null } as const;

/**
 * Does one thing after the other, each on the result of the one before, so that whatever is done twice or forgotten
 * shows: a claim with a first tag, another claimant, a new version of the tag, its withdrawal.
 */
export class Writer {
  readonly acknowledged: Acknowledged[] = [];
  attempts = 0;
  readonly #api: () => Api;
  readonly #desk: Desk;
  readonly #name: string;

  constructor(name: string, desk: Desk, api: () => Api) {
    this.#name = name;
    this.#desk = desk;
    this.#api = api;
  }

  /** Goes on while `more`, asked before each mutation, says so. */
  async work(more: () => boolean, patienceMs?: number): Promise<void> {
    for (let round = 1; ; round++) {
      const [claimId, tagId] = [newId(), newId()];
      for (const step of this.#steps(claimId, tagId, `${this.#name}, ${round}`)) {
        if (!more()) return;
        const mutationId = newId();
        const { attempts } = await untilAnswered(() => step.send(mutationId), patienceMs);
        this.attempts += attempts;
        this.acknowledged.push({ mutationId, events: step.events, mark: step.mark });
      }
    }
  }

  #steps(claimId: string, tagId: string, text: string) {
    const { caseId, sourceId, revisionId } = this.#desk;
    const words = { text, type: "event", claimant: "" } as const;
    const cell = { sourceId, revisionId };
    const content = (rationale: string) => ({ ...BLANK, evidence: [], rationale });
    const tag = { id: tagId, ...cell };
    return [
      {
        events: 2,
        mark: { claimId, text, tagVersion: 1 },
        send: (mutationId: string) =>
          this.#api().claim.create.mutate({
            mutationId, caseId, id: claimId, ...words, tag: { ...tag, content: content("first") },
          }),
      },
      {
        events: 1,
        mark: { claimId, text },
        send: (mutationId: string) =>
          this.#api().claim.edit.mutate({ mutationId, caseId, claimId, baseVersion: 1, ...words, claimant: "Varga" }),
      },
      {
        events: 1,
        mark: { claimId, tagVersion: 2 },
        send: (mutationId: string) =>
          this.#api().tag.save.mutate({
            mutationId, caseId, claimId, ...tag, baseVersion: 1, claimVersion: 2, content: content("second"),
          }),
      },
      {
        events: 1,
        mark: { claimId, tagVersion: 2 },
        send: (mutationId: string) =>
          this.#api().tag.withdraw.mutate({ mutationId, caseId, tagId, baseVersion: 2 }),
      },
    ];
  }
}

export interface Audit {
  /** Acknowledged and not in the log, or not in the case. */
  lost: number;
  /** Entries of the log, claims or tags beyond what was acknowledged. */
  duplicates: number;
  verifies: boolean;
}

/** Compares what a case's writers were told with what is stored. */
export async function auditCase(api: Api, { caseId }: Desk, writers: readonly Writer[]): Promise<Audit> {
  const acknowledged = writers.flatMap((writer) => writer.acknowledged);
  const [view, log, events] = [
    await api.case.get.query({ caseId }),
    await api.case.verifyLog.query({ caseId }),
    await wholeLog(api, caseId),
  ];
  const entries = new Map<string | null, number>();
  for (const { mutationId } of events) entries.set(mutationId, (entries.get(mutationId) ?? 0) + 1);
  const claims = new Map(view.claims.map((claim) => [claim.id, claim]));
  const tags = new Map(view.tags.map((tag) => [tag.claimId, tag]));
  const isStored = ({ mutationId, events: wanted, mark: { claimId, text, tagVersion = 0 } }: Acknowledged) => {
    if ((entries.get(mutationId) ?? 0) < wanted) return false;
    const claim = claims.get(claimId);
    return claim !== undefined && (text ?? claim.text) === claim.text && (tags.get(claimId)?.version ?? 0) >= tagVersion;
  };
  const expected = acknowledged.reduce((sum, { events: wanted }) => sum + wanted, SET_UP_EVENTS);
  const texts = new Set(view.claims.map(({ text }) => text));
  const twice = view.claims.length - texts.size + (view.tags.length - tags.size);
  return {
    lost: acknowledged.filter((one) => !isStored(one)).length,
    duplicates: Math.max(0, events.length - expected) + twice,
    verifies: log.ok,
  };
}

/** The case and its source. */
const SET_UP_EVENTS = 2;

async function wholeLog(api: Api, caseId: string) {
  const all = [];
  for (;;) {
    const { events } = await api.case.log.query({ caseId, after: all.length, limit: 1000 });
    all.push(...events);
    if (events.length < 1000) return all;
  }
}
