import {
  can,
  checkSubmitAgain,
  claimLabel,
  decideTagAction,
  lackingAbility,
  lastDecision,
  snapToGraphemes,
  sourceName,
  trimRange,
} from "@assay/domain";
import type { Ability, CaseView, ClaimView, RevisionText, SourceView, Stance, TagAction, TagView } from "@assay/domain";
import { notify } from "../../../components/toast.tsx";
import { newId } from "../../../trpc.ts";
import { citation } from "../model/cite.ts";
import { guessType, wordingFrom } from "../model/guess-type.ts";
import { formatSpan, linkTo } from "../model/place.ts";
import type { Place, Span } from "../model/place.ts";
import { evidenceOf, newContent, samePlace, withStance } from "../model/tag-edits.ts";
import { myDrafts } from "../model/my-drafts.ts";
import { keepNewClaim, takeWording } from "../model/wording-draft.ts";
import type { BenchStore, PaneSelection } from "./bench-store.ts";
import { focusThreadField } from "./focus-thread-field.ts";
import type { ClaimFields, ClaimWrites } from "./claim-writes.ts";
import { copyText } from "./copy-text.ts";
import type { PaneRegistry } from "./pane-registry.ts";
import type { RewordedClaims } from "./reworded-claims.ts";
import { mediaMatches, PHONE } from "./use-media.ts";
import { lackingOf } from "./tag-writes.ts";
import type { TagWrites } from "./tag-writes.ts";

export interface BenchActions {
  /** C */
  newClaim: () => void;
  /** V and D */
  tag: (stance: "verified" | "disputed") => void;
  /** M */
  attest: (suggested?: true) => void;
  /** S */
  submitFocused: () => void;
  reaffirmFocused: () => void;
  submitAllMine: () => void;
  /** T: a thread on the selected words, or on the focused cell. */
  discuss: () => void;
  copyCitation: () => void;
  copyLink: (place: Place, what: string) => void;
  /** False, and said, where the claim was reworded a moment ago: the key was meant for the words before (T6). */
  isRead: (claimId: string, key: string) => boolean;
  /** What a refused action lacks, in the words of its button; null when it may be done. */
  refusal: (action: TagAction, tag: TagView) => string | null;
}

interface ActionsInput {
  caseId: string;
  meId: string;
  store: BenchStore;
  panes: PaneRegistry;
  tags: TagWrites;
  claims: ClaimWrites;
  reworded: RewordedClaims;
  latest: () => CaseView;
  textOf: (sourceId: string) => RevisionText | undefined;
}

const KEY: Record<Exclude<Stance, "missing">, string> = { verified: "V", disputed: "D" };
const VERB: Record<Exclude<Stance, "missing">, string> = { verified: "Verify", disputed: "Dispute" };

export function createBenchActions(input: ActionsInput): BenchActions {
  const { caseId, meId, store, panes, tags, claims, reworded, latest, textOf } = input;
  /** On a phone there are buttons, and no keys to speak of. */
  const press = (stance: "verified" | "disputed") =>
    mediaMatches(PHONE) ? VERB[stance] : KEY[stance];
  const say = (text: string) => notify({ text, tone: "refusal" });
  const role = () => latest().people.find((person) => person.id === meId)?.role ?? "viewer";
  const mayOrSay = (ability: Ability): boolean => {
    if (can(role(), ability)) return true;
    say(lackingAbility(role(), ability));
    return false;
  };
  /** One that is still on its way counts: what is done to it next follows it in the queue. */
  const chosenClaim = () => {
    const { claimId, pendingClaim } = store.getState();
    const known = latest().claims.find((claim) => claim.id === claimId && !claim.withdrawn);
    return known ?? (pendingClaim?.id === claimId ? (pendingClaim ?? undefined) : undefined);
  };
  const isReadOrSay = (claim: ClaimView, key: string): boolean => {
    if (!reworded.isUnread(claim.id)) return true;
    say(`${claimLabel(claim)} was reworded this very moment. Read it, then press ${key}.`);
    return false;
  };
  const sourceOf = (id: string | null) => latest().sources.find((source) => source.id === id);
  const myTag = (claimId: string, sourceId: string) =>
    latest().tags.find((tag) => tag.claimId === claimId && tag.sourceId === sourceId && tag.authorId === meId);

  /** The selected words of a source as evidence; null where the selection holds none. */
  const passageOf = (selection: PaneSelection, stance: Stance) => {
    const text = textOf(selection.sourceId)?.text;
    if (text === undefined) return null;
    const snapped = snapToGraphemes(text, selection.start, selection.end);
    const range = trimRange(text, snapped.start, snapped.end);
    return range === null ? null : evidenceOf(newId(), text, range, stance === "disputed" ? "refutes" : "supports");
  };
  /** Only the very selection that was used: the next one may have been made meanwhile. */
  const endSelection = (used: PaneSelection) => {
    const { selection } = store.getState();
    if (selection?.sourceId !== used.sourceId || !samePlace(selection, used)) return;
    panes.get(used.sourceId)?.clearSelection();
    store.setState({ selection: null });
  };

  const refusal: BenchActions["refusal"] = (action, tag) => {
    const { policy } = latest();
    const decided = decideTagAction(action, { actor: { id: meId, role: role() }, tag, policy });
    if (!decided.ok || action !== "submit") return decided.ok ? null : decided.reason;
    const again = checkSubmitAgain(lastDecision(tag, latest()));
    return again.ok ? null : again.reason;
  };
  const submitRefusal = (tag: TagView, source: SourceView) => refusal("submit", tag) ?? lackingOf(tag, source);

  return {
    refusal,
    isRead: (claimId, key) => {
      const claim = latest().claims.find(({ id }) => id === claimId);
      return claim === undefined || isReadOrSay(claim, key);
    },
    discuss: () => {
      if (!mayOrSay("discuss")) return;
      const { selection } = store.getState();
      const revision = selection === null ? undefined : textOf(selection.sourceId);
      if (selection === null || revision === undefined) {
        store.setState({ panels: true, sheet: mediaMatches(PHONE) ? "details" : null });
        void focusThreadField().then((found) => {
          if (!found) say("Choose a claim, or select words in a source, then press T.");
        });
        return;
      }
      const { text, id: revisionId } = revision;
      const snapped = snapToGraphemes(text, selection.start, selection.end);
      const range = trimRange(text, snapped.start, snapped.end);
      if (range === null) return say("The selection holds no words. Select some in the source, then press T.");
      const exact = text.slice(range.start, range.end);
      store.setState({ dialog: { kind: "discuss", sourceId: selection.sourceId, revisionId, ...range, exact } });
    },
    newClaim: () => {
      if (!mayOrSay("edit_claim")) return;
      const { selection } = store.getState();
      const source = sourceOf(selection?.sourceId ?? null);
      if (selection === null || source === undefined) {
        store.setState({ dialog: { kind: "new-claim" } });
        return;
      }
      const passage = passageOf(selection, "verified");
      if (passage === null) return say("The selection holds no words. Select some in the source, then press C.");
      const id = newId();
      const fields = { text: wordingFrom(passage.exact), type: guessType(passage.exact), claimant: "" };
      const before = store.getState().claimId;
      endSelection(selection);
      // The wording takes the focus at once, so that no letter typed next is taken for a key.
      store.setState({
        pendingClaim: claimOnItsWay(latest(), meId, id, fields),
        claimId: id,
        wordingOf: id,
        sourceId: source.id,
        panels: true,
        sheet: mediaMatches(PHONE) ? "details" : null,
        filter: "all",
        query: "",
      });
      const content = newContent("verified", [passage]);
      void claims.create(id, fields, { source, content }).then((outcome) => {
        // Once the page knows the claim it lets go of the pending one by itself, see usePendingArrival.
        if (outcome.ok) return;
        const written = takeWording(caseId, id);
        store.setState({ pendingClaim: null, claimId: before, wordingOf: null });
        panes.get(source.id)?.select(passage);
        if (written === null) return;
        keepNewClaim(caseId, written);
        store.setState({ dialog: { kind: "new-claim" } });
      });
    },
    tag: (stance) => {
      if (!mayOrSay("tag")) return;
      const { selection } = store.getState();
      const claim = chosenClaim();
      if (claim === undefined) {
        return say(`Choose a claim first, with J or K or in the ledger, then press ${press(stance)}.`);
      }
      if (!isReadOrSay(claim, press(stance))) return;
      const source = sourceOf(selection?.sourceId ?? null);
      if (selection === null || source === undefined) {
        return say(`Select the words in a source first, then press ${press(stance)}.`);
      }
      const passage = passageOf(selection, stance);
      if (passage === null) return say(`The selection holds no words. Select some, then press ${press(stance)}.`);
      const existing = myTag(claim.id, source.id);
      const refused = existing === undefined || existing.state === "withdrawn" ? null : refusal("edit", existing);
      if (refused !== null) return say(refused);
      const label = `${VERB[stance]} ${claimLabel(claim)} in ${sourceName(source)}`;
      const cell = { claimId: claim.id, sourceId: source.id };
      // First, so that the page is drawn once with all of it.
      const tagged = tags.edit(cell, label, (content) => withStance(content, stance, passage));
      store.setState({ spent: selection, sourceId: source.id });
      void tagged.then((outcome) => {
        if (outcome.ok) endSelection(selection);
        if (store.getState().spent === selection) store.setState({ spent: null });
      });
    },
    attest: (suggested) => {
      if (!mayOrSay("tag")) return;
      if (chosenClaim() === undefined) return say("Choose a claim first, with J or K or in the ledger, then press M.");
      if (sourceOf(store.getState().sourceId) === undefined) {
        return say("Choose a source first, with the key of its number, then press M.");
      }
      store.setState({ dialog: { kind: "attest", ...(suggested === undefined ? {} : { suggested }) } });
    },
    submitFocused: () => {
      const claim = chosenClaim();
      const source = sourceOf(store.getState().sourceId);
      if (claim === undefined || source === undefined) return say("Choose a claim and a source first, then press S.");
      const tag = myTag(claim.id, source.id);
      if (tag === undefined) return say("You have no tag in this cell. Select words and press V or D, or press M.");
      const refused = submitRefusal(tag, source);
      if (refused !== null) return say(refused);
      void tags.submit(tag.id);
    },
    reaffirmFocused: () => {
      const claim = chosenClaim();
      const source = sourceOf(store.getState().sourceId);
      const tag = claim === undefined || source === undefined ? undefined : myTag(claim.id, source.id);
      if (claim === undefined || tag?.state !== "stale") return say("You have no stale tag in this cell. O reaffirms one that still holds.");
      if (isReadOrSay(claim, "O")) void tags.reaffirm(tag.id);
    },
    submitAllMine: () => {
      const drafts = myDrafts(latest(), meId);
      if (drafts.length === 0) return say("You have no drafts to submit.");
      void tags.submitAll(drafts.map((tag) => tag.id)).then((outcome) => {
        if (!outcome.ok) return;
        const { refused } = outcome.change;
        const done = drafts.length - refused.length;
        notify({ text: done === 1 ? "1 draft submitted." : `${done} drafts submitted.` });
        store.setState({ refusedDrafts: refused });
      });
    },
    copyCitation: () => {
      const { selection, claimId } = store.getState();
      const source = sourceOf(selection?.sourceId ?? null);
      if (selection === null || source === undefined) return say("Select the words in a source first.");
      const span: Span = { start: selection.start, end: selection.end };
      const claim = latest().claims.find((one) => one.id === claimId);
      const place = { ...(claim ? { claim: claim.number } : {}), source: source.number, at: formatSpan(span) };
      const link = linkTo(window.location.origin, caseId, place);
      void copyText(citation(source, selection.text, span, link), "The passage with its citation is copied.");
    },
    copyLink: (place, what) => {
      void copyText(linkTo(window.location.origin, caseId, place), `The link to ${what} is copied.`);
    },
  };
}

/** What the desk will answer, as far as it can be known: the number is a guess until then. */
function claimOnItsWay(view: CaseView, meId: string, id: string, fields: ClaimFields): ClaimView {
  const number = Math.max(0, ...view.claims.map((claim) => claim.number)) + 1;
  const now = new Date().toISOString();
  return {
    id,
    number,
    version: 1,
    ...fields,
    parentId: null,
    withdrawn: false,
    createdBy: meId,
    createdAt: now,
    updatedAt: now,
  };
}
