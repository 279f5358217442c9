import type { CaseView } from "../case-view.ts";
import { contendersWith } from "../contenders.ts";
import { isForeseen } from "./foresee-change.ts";

/** Names of inputs that say where a change happens, and not what it changes or rests on. */
const PLACES = new Set(["mutationId", "caseId", "workspaceId", "sourceId", "revisionId"]);

/**
 * Ids of what a mutation changes or rests on: it has to wait for an earlier one that shares an id with it. A source is
 * one only where its own description changes; tags of other claims in it have nothing to do with each other.
 */
export function mutationSubjects(procedure: string, input: unknown): Set<string> {
  const found = new Set<string>();
  if (procedure === "case.edit" || procedure.startsWith("policy.")) collect(input, found, new Set(["mutationId"]));
  else collect(input, found, procedure.startsWith("source.") ? withSources : PLACES);
  return found;
}

const withSources = new Set([...PLACES].filter((name) => name !== "sourceId"));

function collect(value: unknown, found: Set<string>, places: ReadonlySet<string>): void {
  if (Array.isArray(value)) {
    for (const one of value) collect(one, found, places);
  } else if (typeof value === "object" && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      // What a tag says holds ids of passages, on which nothing else rests.
      if (places.has(name) || name === "content") continue;
      if (typeof inner === "string") {
        if (name === "id" || name.endsWith("Id")) found.add(inner);
      } else collect(inner, found, places);
    }
  }
}

/**
 * The same input, based on the versions that this view shows (E5): for somebody who has seen them and wants their change
 * made all the same. What it says stays as it was written.
 */
export function rebaseInput(procedure: string, input: unknown, view: CaseView, actorId: string): unknown {
  if (typeof input !== "object" || input === null) return input;
  const given = input as Record<string, unknown>;
  if (procedure === "rating.set") {
    const claimVersion = view.claims.find(({ id }) => id === given.claimId)?.version ?? null;
    const rating = view.ratings.find(({ claimId }) => claimId === given.claimId);
    return { ...given, claimVersion, baseVersion: rating?.version ?? 0 };
  }
  if (!isForeseen(procedure)) return input;
  const tagId = given.tagId ?? (procedure === "tag.save" ? given.id : undefined);
  const isMine = (tag: CaseView["tags"][number]) =>
    tag.claimId === given.claimId && tag.sourceId === given.sourceId && tag.authorId === actorId;
  const tag =
    view.tags.find(({ id }) => id === tagId) ?? (procedure === "tag.save" ? view.tags.find(isMine) : undefined);
  const claim = view.claims.find(({ id }) => id === given.claimId);
  const source = view.sources.find(({ id }) => id === given.sourceId);
  if (procedure === "tag.save") {
    return { ...given, baseVersion: tag?.version ?? 0, claimVersion: claim?.version ?? given.claimVersion };
  }
  if (procedure === "verdict.override") {
    const replaces = view.overrides.find(({ claimId }) => claimId === given.claimId)?.id ?? null;
    return { ...given, claimVersion: claim?.version ?? given.claimVersion, replaces };
  }
  if (procedure === "tag.reaffirm") {
    if (tag === undefined) return given;
    const claimVersion = view.claims.find(({ id }) => id === tag.claimId)?.version ?? given.claimVersion;
    return { ...given, baseVersion: tag.version, claimVersion, revisionId: tag.revisionId };
  }
  if (procedure === "tag.submitMany") {
    const items = (given.items as { tagId: string; baseVersion: number }[]).map((item) => {
      const baseVersion = view.tags.find(({ id }) => id === item.tagId)?.version ?? item.baseVersion;
      return { ...item, baseVersion };
    });
    return { ...given, items };
  }
  if (procedure === "review.adjudicate" && tag !== undefined) {
    const cell = view.tags.filter(({ claimId, sourceId }) => claimId === tag.claimId && sourceId === tag.sourceId);
    return { ...given, tagVersion: tag.version, others: contendersWith(tag.id, cell) };
  }
  if (procedure.startsWith("review.")) return { ...given, tagVersion: tag?.version ?? given.tagVersion };
  const thread = view.threads.find(({ id }) => id === given.threadId);
  const comment = view.threads.flatMap(({ comments }) => comments).find(({ id }) => id === given.commentId);
  const entries: Record<string, { version: number } | undefined> = { tag, claim, source, thread: comment ?? thread, case: view };
  const entry = entries[procedure.slice(0, procedure.indexOf("."))];
  return "baseVersion" in given && entry !== undefined ? { ...given, baseVersion: entry.version } : given;
}
