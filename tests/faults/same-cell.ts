import { buildSourceMeta } from "@assay/seeds";
import type { Figure } from "../support/figures.ts";
import { exactly } from "./exactly.ts";
import { scaled } from "./fault.ts";
import type { Fault } from "./fault.ts";
import { openFleet } from "./fleet.ts";
import { apiAs, makeAccount, makeCase, newId, refusalOf, signIn } from "./people.ts";
import type { Api } from "./people.ts";

const ACTORS = 8;

/** What became of one actor's edit. */
type Edit = { text: string; won: true } | { text: string; won: false; typed: boolean; yours: unknown; current: unknown };

/** One author in eight windows edits one tag, every time all of them at once, on the same version (T1, E5). */
export const sameCell: Fault = {
  name: "same-cell",
  async run(options): Promise<Figure[]> {
    const rounds = scaled(1_000, options, 10);
    const fleet = await openFleet({ servers: 2, throwaway: true });
    try {
      const urls = fleet.servers.map(({ url }) => url);
      const [home = ""] = urls;
      const author = await makeAccount(home, "Ines");
      const sessions = await Promise.all(
        Array.from({ length: ACTORS }, async (_, index) => {
          const url = urls[index % urls.length] ?? home;
          return apiAs(url, await signIn(url, author));
        }),
      );
      const [first] = sessions;
      if (first === undefined) throw new Error("There are no sessions");
      const tag = await makeTag(first);
      const tally = { oneWinner: 0, conflicts: 0, untyped: 0 };
      const written: string[] = [];
      const returned = new Set<string>();
      let version = 1;
      for (let round = 0; round < rounds; round++) {
        const edits = await Promise.all(sessions.map((api, actor) => edit(api, tag, version, `${round}/${actor}`)));
        const winners = edits.filter(({ won }) => won);
        if (winners.length === 1) tally.oneWinner += 1;
        version += winners.length;
        for (const one of edits) {
          written.push(one.text);
          if (one.won) continue;
          const isWhole = one.typed && one.yours === one.text && winners.some(({ text }) => text === one.current);
          tally[isWhole ? "conflicts" : "untyped"] += 1;
          if (one.yours === one.text) returned.add(one.text);
        }
        if (round % 100 === 99) options.say(`same-cell: ${round + 1} of ${rounds} rounds`);
      }
      const { versions } = await first.tag.history.query({ caseId: tag.caseId, tagId: tag.id });
      const kept = new Set(versions.map(({ rationale }) => rationale));
      const lost = written.filter((text) => !kept.has(text) && !returned.has(text)).length;
      const log = await first.case.verifyLog.query({ caseId: tag.caseId });
      return [
        { figure: "rounds", value: rounds, unit: `× ${ACTORS} actors`, bar: "reported", holds: null },
        exactly("rounds with exactly one success", tally.oneWinner, rounds),
        exactly("typed conflicts with both texts", tally.conflicts, rounds * (ACTORS - 1)),
        exactly("other refusals", tally.untyped, 0),
        exactly("tag versions kept", versions.length, rounds + 1),
        exactly("texts that cannot be recovered", lost, 0),
        exactly("logs that verify", Number(log.ok), 1),
      ];
    } finally {
      await fleet.close();
    }
  },
};

interface Target {
  caseId: string;
  id: string;
  claimId: string;
  sourceId: string;
  revisionId: string;
}

const BLANK = { stance: "verified", attributed: false, confidence: null, evidence: [], attestation: null } as const;

async function makeTag(api: Api): Promise<Target> {
  const { caseId } = await makeCase(api);
  const [sourceId, claimId, id] = [newId(), newId(), newId()];
  const content = { kind: "text", text: "The ferry Aurora struck a sandbank." } as const;
  const source = { id: sourceId, content, meta: buildSourceMeta({}), completeness: "full" } as const;
  const { sources } = await api.source.add.mutate({ mutationId: newId(), caseId, ...source });
  const revisionId = sources?.[0]?.revision.id ?? "";
  const words = { text: "The ferry struck a sandbank.", type: "event", claimant: "" } as const;
  const tag = { id, sourceId, revisionId, content: { ...BLANK, evidence: [], rationale: "first" } };
  await api.claim.create.mutate({ mutationId: newId(), caseId, id: claimId, ...words, tag });
  return { caseId, id, claimId, sourceId, revisionId };
}

async function edit(api: Api, tag: Target, baseVersion: number, text: string): Promise<Edit> {
  const content = { ...BLANK, evidence: [], rationale: text };
  try {
    await api.tag.save.mutate({ mutationId: newId(), ...tag, baseVersion, claimVersion: 1, content });
    return { text, won: true };
  } catch (error) {
    const refusal = refusalOf(error);
    const { yours, current } = (refusal?.details ?? {}) as Record<string, { rationale?: string } | undefined>;
    const typed = refusal?.code === "CONFLICT" && refusal.details["rule"] === "E5";
    return { text, won: false, typed, yours: yours?.rationale, current: current?.rationale };
  }
}
