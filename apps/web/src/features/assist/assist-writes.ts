import { claimLabel, sourceName } from "@assay/domain";
import type { CaseView, ClaimView, RevisionText, SourceView, SuggestionOrigin } from "@assay/domain";
import { notify } from "../../components/toast.tsx";
import { api, newId, queryClient } from "../../trpc.ts";
import { textQuery } from "../case/case-query.ts";
import { metaOf } from "../source/describe-meta.ts";
import { evidenceOf, newContent, withStance } from "../workbench/model/tag-edits.ts";
import type { ClaimFields, ClaimWrites } from "../workbench/state/claim-writes.ts";
import type { Outcome, Run, TagWrites } from "../workbench/state/tag-writes.ts";
import type { CaseReading, ReadCell, Split, SuggestedClaim, SuggestedPassage } from "./assist-types.ts";
import { layMoves } from "./dismissal-moves.ts";
import { askAgain } from "./use-suggestions.ts";

type Identity = CaseReading["identity"];
type Named = Parameters<typeof api.assist.dismiss.mutate>[0]["items"][number];

interface AssistInput {
  caseId: string;
  meId: string;
  run: Run;
  latest: () => CaseView;
  tags: TagWrites;
  claims: ClaimWrites;
}

export interface AssistWrites {
  /** A claim in these words, with its passage as a draft of mine. */
  acceptClaim: (one: SuggestedClaim, identity: Identity, fields?: ClaimFields) => Promise<boolean>;
  /** Many at once, undone at once. */
  acceptClaims: (list: readonly SuggestedClaim[], identity: Identity) => Promise<boolean>;
  /** The passage becomes evidence of a claim that is there already. */
  mergeInto: (one: SuggestedClaim, claim: ClaimView, identity: Identity) => Promise<boolean>;
  /** The passage as evidence of my draft of the cell, with the suggested stance; nothing is submitted. */
  acceptPassage: (cell: ReadCell, passage: SuggestedPassage, identity: Identity) => Promise<boolean>;
  dismiss: (items: readonly Named[], what: string) => Outcome;
  restore: (items: readonly Named[], what: string) => Outcome;
  /** The newer claim goes, the older one stays. */
  mergeClaims: (kept: ClaimView, gone: ClaimView) => Outcome;
  splitClaim: (claim: ClaimView, split: Split) => Outcome;
  setGroup: (sources: readonly SourceView[], group: string) => Promise<void>;
}

export function originOf({ provider, version, promptHash }: Identity, { key, score }: { key: string; score: number }): SuggestionOrigin {
  return { provider, version, ...(promptHash === undefined ? {} : { promptHash }), key, score: Math.min(1, Math.max(0, score)) };
}

export function createAssistWrites({ caseId, meId, run, latest, tags, claims }: AssistInput): AssistWrites {
  /** The text in which a suggestion's offsets are; null, and said, where the source has a newer one. */
  const textFor = async (sourceId: string, passage: { start: number; end: number; exact: string }) => {
    const source = latest().sources.find(({ id }) => id === sourceId);
    if (source === undefined) return null;
    const text = await readText(caseId, source);
    if (text?.text.slice(passage.start, passage.end) === passage.exact) return { source, text: text.text };
    const why =
      text === null
        ? "Its text is not here yet. Try again in a moment."
        : text.text.includes(passage.exact)
          ? "It has a newer revision, which is being read. Try again in a moment."
          : "Its newer revision does not have these words.";
    notify({ text: `${sourceName(source)}: not done. ${why}`, tone: "refusal" });
    return null;
  };
  const fieldsOf = ({ text, type, claimant }: SuggestedClaim): ClaimFields => ({ text, type, claimant });
  const firstTag = (source: SourceView, text: string, one: SuggestedClaim) => ({
    source,
    content: newContent("verified", [evidenceOf(newId(), text, one, "supports")]),
  });

  const move = (to: "dismiss" | "restore", items: readonly Named[], label: string, isUndo = false): Outcome => {
    const letGo = layMoves(items, to === "dismiss" ? meId : null);
    const back = to === "dismiss" ? "restore" : "dismiss";
    const inverse = { undo: () => move(back, items, label, true), redo: () => move(to, items, label) };
    const send = (mutationId: string) => api.assist[to].mutate({ mutationId, caseId, items: [...items] });
    const sent = run(label, send, isUndo ? {} : inverse);
    void sent.then(async ({ ok }) => {
      if (ok) await askAgain(caseId);
      letGo();
    });
    return sent;
  };

  const versionOf = (claimId: string) => latest().claims.find(({ id }) => id === claimId)?.version ?? 0;
  const moveClaim = (to: "withdraw" | "restore", label: string, claimId: string) =>
    run(label, (mutationId) => api.claim[to].mutate({ mutationId, caseId, claimId, baseVersion: versionOf(claimId) }));

  return {
    dismiss: (items, what) => move("dismiss", items, `Dismiss ${what}`),
    restore: (items, what) => move("restore", items, `Bring back ${what}`),
    acceptClaim: async (one, identity, fields = fieldsOf(one)) => {
      const found = await textFor(one.sourceId, one);
      if (found === null) return false;
      const origin = originOf(identity, one);
      return (await claims.create(newId(), fields, firstTag(found.source, found.text, one), origin)).ok;
    },
    acceptClaims: async (list, identity) => {
      const label = list.length === 1 ? "Take a suggested claim" : `Take ${list.length} suggested claims`;
      const made: string[] = [];
      const back = (to: "withdraw" | "restore") => async () => {
        for (const id of made) await moveClaim(to, label, id);
      };
      const outcomes: Outcome[] = [];
      for (const one of list) {
        const found = await textFor(one.sourceId, one);
        if (found === null) return false;
        const [id, tagId, origin] = [newId(), newId(), originOf(identity, one)];
        const { source, content } = firstTag(found.source, found.text, one);
        const tag = { id: tagId, sourceId: source.id, revisionId: source.revision.id, content, suggestion: origin };
        made.push(id);
        const send = (mutationId: string) =>
          api.claim.create.mutate({ mutationId, caseId, id, ...fieldsOf(one), suggestion: origin, tag });
        // The first of them carries the way back of all.
        const wayBack = { undo: back("withdraw"), redo: back("restore") };
        outcomes.push(run(label, send, made.length === 1 ? wayBack : {}));
      }
      return (await Promise.all(outcomes)).every(({ ok }) => ok);
    },
    mergeInto: async (one, claim, identity) => {
      const found = await textFor(one.sourceId, one);
      if (found === null) return false;
      const passage = evidenceOf(newId(), found.text, one, "supports");
      const label = `Add a passage to ${claimLabel(claim)} in ${sourceName(found.source)}`;
      const cell = { claimId: claim.id, sourceId: found.source.id };
      const edit: Parameters<TagWrites["edit"]>[2] = (content) => withStance(content, content?.stance === "disputed" ? "disputed" : "verified", passage);
      return (await tags.edit(cell, label, edit, originOf(identity, one))).ok;
    },
    acceptPassage: async (cell, passage, identity) => {
      const found = await textFor(cell.source, passage);
      if (found === null) return false;
      const stance = cell.suggestion === "disputed" ? "disputed" : "verified";
      const evidence = evidenceOf(newId(), found.text, passage, stance === "disputed" ? "refutes" : "supports");
      const claim = latest().claims.find(({ id }) => id === cell.claimId);
      const verb = stance === "disputed" ? "Dispute" : "Verify";
      const label = `${verb} ${claim === undefined ? "a claim" : claimLabel(claim)} in ${sourceName(found.source)}`;
      const key = { claimId: cell.claimId, sourceId: cell.source };
      const edit: Parameters<TagWrites["edit"]>[2] = (content) => {
        const next = withStance(content, stance, evidence);
        return content === null && cell.attributed ? { ...next, attributed: true } : next;
      };
      return (await tags.edit(key, label, edit, originOf(identity, cell))).ok;
    },
    mergeClaims: (kept, gone) =>
      run(
        `Keep ${claimLabel(kept)}, withdraw ${claimLabel(gone)}`,
        (mutationId) => api.claim.withdraw.mutate({ mutationId, caseId, claimId: gone.id, baseVersion: versionOf(gone.id) }),
        {
          undo: () => moveClaim("restore", `Restore ${claimLabel(gone)}`, gone.id),
          done: `${claimLabel(gone)} is withdrawn, ${claimLabel(kept)} stays. The tags of ${claimLabel(gone)} stay in the log.`,
        },
      ),
    splitClaim: (claim, split) => {
      const children = split.parts.map((text) => ({ id: newId(), text, type: claim.type, claimant: claim.claimant }));
      return run(
        `Split ${claimLabel(claim)}`,
        (mutationId) =>
          api.claim.split.mutate({ mutationId, caseId, claimId: claim.id, baseVersion: versionOf(claim.id), children, carry: true, note: "" }),
        { done: `${claimLabel(claim)} is split into ${children.length} claims. Its tags are carried as drafts.` },
      );
    },
    setGroup: async (sources, group) => {
      const edit = (source: SourceView, to: string, undo: string | null): Outcome =>
        run(
          `Independence group of ${sourceName(source)}`,
          (mutationId) => {
            const now = latest().sources.find(({ id }) => id === source.id) ?? source;
            const meta = { ...metaOf(now), independenceGroup: to };
            return api.source.edit.mutate({ mutationId, caseId, sourceId: source.id, baseVersion: now.version, meta });
          },
          undo === null ? {} : { undo: () => edit(source, undo, null), redo: () => edit(source, to, undo) },
        );
      const changed = sources.filter(({ independenceGroup }) => independenceGroup !== group);
      const sent = await Promise.all(changed.map((source) => edit(source, group, source.independenceGroup)));
      if (sent.every(({ ok }) => ok)) notify({ text: `${sources.length} sources count once, as “${group}”.` });
    },
  };
}

/** Fetched already wherever its pane is open; else it is fetched now. Null where the desk does not answer. */
async function readText(caseId: string, source: SourceView): Promise<RevisionText | null> {
  const query = textQuery(caseId, source);
  const held = queryClient.getQueryData<RevisionText>(query.queryKey);
  if (held !== undefined) return held;
  try {
    return await queryClient.ensureQueryData(query);
  } catch {
    return null;
  }
}
