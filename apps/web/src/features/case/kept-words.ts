import type { ClaimView, VerdictOverrideView, RatingView, SourceMeta, TagContent, TagView } from "@assay/domain";
import { isForeseen, verdictWord } from "@assay/domain";
import type { ForeseenInputs } from "@assay/domain";
import { describeMeta } from "../source/describe-meta.ts";
import { isOfOlderPage } from "./kept-mutation.ts";
import type { KeptMutation } from "./kept-mutation.ts";

/** What a person wrote, as text to read, to lay beside another, or to copy; empty where a change holds no words. */
export function wordsOf({ procedure, input }: Pick<KeptMutation, "procedure" | "input">): string {
  // Its label did not name the entry of the scale then.
  if (procedure === "rating.set" && isOfOlderPage({ procedure, input })) {
    const { entryId, justification } = input as { entryId: string | null; justification: string };
    return lines(entryId === null ? "Lift the rating" : `Rated: ${entryId}`, justification);
  }
  if (!isForeseen(procedure)) return someWords(input);
  switch (procedure) {
    case "tag.save":
      return tagWords((input as ForeseenInputs["tag.save"]).content);
    case "claim.create":
    case "claim.edit":
      return claimWords(input as ForeseenInputs["claim.edit"]);
    case "source.edit":
      return describeMeta((input as ForeseenInputs["source.edit"]).meta);
    case "review.decide": {
      const { decision, proposedStance, reason } = input as ForeseenInputs["review.decide"];
      return lines(proposedStance === undefined ? decision.replace("_", " ") : `${decision}: ${proposedStance}`, reason);
    }
    case "review.adjudicate": {
      const { outcome, stance, note } = input as ForeseenInputs["review.adjudicate"];
      return lines(stance === undefined ? outcome.replace("_", " ") : `${outcome}: ${stance}`, note);
    }
    case "verdict.override": {
      const { verdict, reason } = input as ForeseenInputs["verdict.override"];
      return lines(verdictWord(verdict), reason);
    }
    default:
      return someWords(input);
  }
}

const OF_OLDER_PAGE =
  "An earlier version of this page kept this, and did not note which words you had read. Read them as they are now, " +
  "then decide again there. What you wrote is below.";

/** Why a change waits for its maker. */
export function refusalWords(mutation: KeptMutation): string {
  if (mutation.refusal?.code === "INVALID" && isOfOlderPage(mutation)) return OF_OLDER_PAGE;
  return mutation.refusal?.message ?? "";
}

/** What the desk holds instead (E5); null where it sent nothing to lay beside the person's own. */
export function theirsOf({ procedure, refusal }: KeptMutation): { version: number | null; text: string } | null {
  const current = refusal?.code === "CONFLICT" ? refusal.details.current : null;
  if (typeof current !== "object" || current === null) return null;
  const version = "version" in current && typeof current.version === "number" ? current.version : null;
  if (procedure.startsWith("claim.") && "text" in current) return { version, text: claimWords(current as ClaimView) };
  if (procedure.startsWith("tag.") && "stance" in current) return { version, text: tagWords(current as TagView) };
  if (procedure === "source.edit" && "publisher" in current) {
    return { version, text: describeMeta(current as unknown as SourceMeta) };
  }
  if (procedure === "rating.set" && "justification" in current) {
    const { label, justification } = current as RatingView;
    return { version, text: label === "" ? "The rating was lifted." : lines(label, justification) };
  }
  if (procedure === "verdict.override" && "reason" in current) {
    const { verdict, reason } = current as VerdictOverrideView;
    return { version, text: lines(verdictWord(verdict), reason) };
  }
  if (procedure === "case.edit" && "title" in current) return { version, text: someWords(current) };
  return null;
}

function tagWords({ stance, attributed, rationale, evidence, attestation }: TagContent): string {
  return lines(
    attributed ? `${stance}, attributed` : stance,
    ...evidence.map(({ exact }) => `“${exact}”`),
    attestation === null || attestation.searchTerms.length === 0 ? "" : `Tried: ${attestation.searchTerms.join(", ")}`,
    rationale,
  );
}

function claimWords({ text, type, claimant }: Pick<ClaimView, "text" | "type" | "claimant">): string {
  return lines(text, claimant === "" ? type : `${type}, ${claimant}`);
}

/** The words in an input that is not known here: every text that is not an id, a hash or a date. */
function someWords(input: unknown): string {
  if (typeof input !== "object" || input === null) return "";
  const found = Object.entries(input).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value === "object") return [someWords(value)];
    return typeof value === "string" && !/id$|sha256|version|^kind$/i.test(name) ? [value] : [];
  });
  return lines(...found);
}

function lines(...parts: string[]): string {
  return parts.filter((part) => part.trim() !== "").join("\n");
}
