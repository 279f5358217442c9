import { decideTagAction } from "../decide-tag-action.ts";
import type { CaseChange, TagView } from "../case-view.ts";
import type { Evidence, TagContent, TagState } from "../tag.ts";
import type { TagAction } from "../transition.ts";
import { asWritten, isLostState, keptLost } from "../carry-tag.ts";
import { canonicalJson } from "../canonical-json.ts";
import type { SuggestionOrigin } from "../suggestion-origin.ts";
import { checkSubmitAgain, lastDecision } from "../submit-again.ts";
import { lackingForSubmit } from "../tag-rules.ts";
import type { ForeseenInputs } from "./foreseen-input.ts";
import type { Foresight } from "./foresight.ts";
import { after, asPhrase, asStored, foreseen, roleOf, standingClaim, tagOf } from "./foresight.ts";

/** What of a tag the rules ask for; its state is a step ahead where a withdrawn tag is restored by being edited. */
type Decided = Pick<TagView, "authorId" | "state" | "version">;

export function foreseeSave(sight: Foresight, input: ForeseenInputs["tag.save"]): CaseChange | null {
  const { id, claimId, sourceId, revisionId, baseVersion, claimVersion, suggestion } = input;
  const { view, actorId } = sight;
  const claim = standingClaim(sight, claimId);
  const revision = view.sources.find((source) => source.id === sourceId)?.revision;
  if (claim === null || claim.version !== claimVersion || revision?.id !== revisionId) return null;
  const known = tagOf(sight, id) ?? ownTag(sight, claimId, sourceId);
  const content = contentAsStored(input.content, known?.evidence);
  if (known === null) {
    if (baseVersion !== 0) return null;
    const cell = { id, claimId, sourceId, revisionId, claimVersion };
    return foreseen(sight, { tags: [newTag(sight, { ...cell, content, suggestion })] });
  }
  if (known.authorId !== actorId || known.claimId !== claimId || known.sourceId !== sourceId) return null;
  const isWithdrawn = known.state === "withdrawn";
  const base = isWithdrawn && baseVersion === 0 ? known.version : baseVersion;
  const restored = isWithdrawn ? decide(sight, "restore", known, base) : known.state;
  const state = restored === null ? null : decide(sight, "edit", { ...known, state: restored }, base);
  if (state === null) return null;
  const isSame = known.claimVersion === claimVersion && known.revisionId === revisionId && saysTheSame(known, content);
  if (isSame && !isWithdrawn) return foreseen(sight, { tags: [known] });
  const stateReason = state !== "stale" ? "" : known.state === "stale" ? known.stateReason : EDITED_APPROVED;
  const version = known.version + 1;
  const updatedAt = after(sight, known.updatedAt);
  const origin = suggestion === undefined ? editedOrigin(known) : { suggestion };
  return foreseen(sight, {
    tags: [
      { ...known, ...content, ...origin, revisionId, claimVersion, state, stateReason, version, versionAt: updatedAt, updatedAt },
    ],
  });
}

const EDITED_APPROVED = "The tag was changed after it had been approved.";

export function foreseeSubmit(sight: Foresight, input: ForeseenInputs["tag.submit"]): CaseChange | null {
  const tag = submitted(sight, input.tagId, input.baseVersion);
  return tag === null ? null : foreseen(sight, { tags: [tag] });
}

/** Those that lack something stay as they are. What each lacks is for the server to say; it is counted here too. */
export function foreseeSubmitMany(
  sight: Foresight,
  { items }: ForeseenInputs["tag.submitMany"],
): CaseChange & { refused: { tagId: string; reason: string }[] } {
  const tags = items.flatMap(({ tagId, baseVersion }) => submitted(sight, tagId, baseVersion) ?? []);
  const moved = new Set(tags.map(({ id }) => id));
  const left = items.filter(({ tagId }) => !moved.has(tagId));
  const refused = left.map(({ tagId }) => ({ tagId, reason: "It is not ready to be submitted." }));
  return { ...foreseen(sight, { tags }), refused };
}

export function foreseeWithdraw(sight: Foresight, input: ForeseenInputs["tag.withdraw"]): CaseChange | null {
  const tag = tagOf(sight, input.tagId);
  const to = tag === null ? null : decide(sight, "withdraw", tag, input.baseVersion);
  return tag === null || to === null ? null : foreseen(sight, { tags: [moveTag(sight, tag, to)] });
}

export function foreseeRestore(sight: Foresight, input: ForeseenInputs["tag.restore"]): CaseChange | null {
  const tag = tagOf(sight, input.tagId);
  if (tag === null || standingClaim(sight, tag.claimId) === null) return null;
  const to = decide(sight, "restore", tag, input.baseVersion);
  return to === null ? null : foreseen(sight, { tags: [moveTag(sight, tag, to)] });
}

export function foreseeReaffirm(sight: Foresight, input: ForeseenInputs["tag.reaffirm"]): CaseChange | null {
  const tag = tagOf(sight, input.tagId);
  const claim = tag === null ? null : standingClaim(sight, tag.claimId);
  if (tag === null || claim?.version !== input.claimVersion || tag.revisionId !== input.revisionId) return null;
  const evidence = asWritten(tag.evidence);
  if (lacks(sight, { ...tag, evidence })) return null;
  const to = decide(sight, "reaffirm", tag, input.baseVersion);
  if (to === null) return null;
  const moved = moveTag(sight, tag, to);
  const version = { version: tag.version + 1, versionAt: moved.updatedAt, claimVersion: claim.version };
  return foreseen(sight, { tags: [{ ...moved, evidence, ...version }] });
}

/** A tag in another state of the same version, as the server moves it. */
export function moveTag(sight: Foresight, tag: TagView, to: TagState, reason = ""): TagView {
  if (tag.state === to) return tag;
  return { ...tag, state: to, stateReason: reason, updatedAt: after(sight, tag.updatedAt) };
}

/** What was begun from a suggestion stays so, and is told to have been changed since. */
export function editedOrigin({ suggestion }: Pick<TagView, "suggestion">): Pick<TagView, "suggestion"> {
  return suggestion === undefined ? {} : { suggestion: { ...suggestion, edited: true } };
}

type NewTag = Pick<TagView, "id" | "claimId" | "sourceId" | "revisionId" | "claimVersion"> & {
  content: TagContent;
  suggestion?: SuggestionOrigin | undefined;
};

export function newTag(sight: Foresight, { content, suggestion, ...cell }: NewTag): TagView {
  const at = after(sight);
  return {
    ...cell,
    ...content,
    ...(suggestion && { suggestion }),
    authorId: sight.actorId,
    state: "draft",
    version: 1,
    stateReason: "",
    postReveal: false,
    createdAt: at,
    versionAt: at,
    updatedAt: at,
  };
}

/**
 * A passage sent as lost stays lost, as one of those that the tag has lost so far, which the server knows all of (X4). Any
 * other is where its words are said to be.
 */
export function contentAsStored(content: TagContent, known: readonly Evidence[] = []): TagContent {
  const { stance, attributed, confidence, rationale, evidence, attestation } = content;
  return {
    stance,
    attributed,
    confidence,
    rationale: asStored(rationale),
    evidence: evidence.map((one) => {
      const { stoodIn: _, ...placed } = one;
      if (isLostState(one.state ?? "exact")) return keptLost(one, known) ?? one;
      return { ...placed, prefix: one.prefix ?? "", suffix: one.suffix ?? "", state: "exact" };
    }),
    attestation:
      attestation === null ? null : { ...attestation, searchTerms: attestation.searchTerms.map((term) => asPhrase(term)) },
  };
}

function submitted(sight: Foresight, tagId: string, baseVersion: number): TagView | null {
  const tag = tagOf(sight, tagId);
  const claim = tag === null ? null : standingClaim(sight, tag.claimId);
  // A draft of an older wording may have judged the same words or others: only the server can compare them.
  if (tag === null || claim === null || claim.version !== tag.claimVersion || lacks(sight, tag)) return null;
  if (!checkSubmitAgain(lastDecision(tag, sight.view)).ok) return null;
  const to = decide(sight, "submit", tag, baseVersion);
  return to === null ? null : moveTag(sight, tag, to);
}

function lacks({ view }: Foresight, tag: TagView): boolean {
  const revision = view.sources.find(({ id }) => id === tag.sourceId)?.revision;
  if (revision === undefined || revision.id !== tag.revisionId) return true;
  const { completeness, sha256: revisionSha256, length: textLength } = revision;
  return lackingForSubmit(tag, { completeness, revisionSha256, textLength }).length > 0;
}

function decide(sight: Foresight, action: TagAction, tag: Decided, baseVersion: number): TagState | null {
  const actor = { id: sight.actorId, role: roleOf(sight) };
  const decided = decideTagAction(action, { actor, tag, policy: sight.view.policy, baseVersion });
  return decided.ok ? decided.next : null;
}

function ownTag({ view, actorId }: Foresight, claimId: string, sourceId: string): TagView | null {
  const isOwn = (tag: TagView) => tag.claimId === claimId && tag.sourceId === sourceId && tag.authorId === actorId;
  return view.tags.find(isOwn) ?? null;
}

/** Ids of passages play no part, as on the server: the same words selected again are the same passage. */
function saysTheSame(known: TagContent, next: TagContent): boolean {
  const said = ({ stance, attributed, confidence, rationale, evidence, attestation }: TagContent) => {
    const passages = evidence.map(({ role, start, end, exact, state }) => {
      return { role, start, end, exact, lost: isLostState(state) };
    });
    return canonicalJson({ stance, attributed, confidence, rationale, passages, attestation });
  };
  // The same words, where they had changed: now their author stands by them.
  if (known.evidence.some(({ state }) => state === "fuzzy")) return false;
  // One passage more or less is what an edit mostly is; all of them need not be spelt out to see it.
  if (known.stance !== next.stance || known.evidence.length !== next.evidence.length) return false;
  return said(known) === said(next);
}
