import type { CaseView } from "@assay/domain";
import { claimLabel, sourceName } from "@assay/domain";
import type { Place } from "./place.ts";

/** What a case has: its claims and sources in the workbench, and its people by what they did. */
export function casePlaces({ id: caseId, claims, sources, people }: CaseView): Place[] {
  const params = { caseId };
  return [
    ...claims.map((claim): Place => ({
      id: claim.id,
      kind: "claim",
      code: claimLabel(claim),
      name: claim.text,
      hint: claim.withdrawn ? "withdrawn" : claim.claimant,
      isPast: claim.withdrawn,
      // A withdrawn claim has left the workbench; what became of it is in the history.
      link: claim.withdrawn
        ? { to: "/c/$caseId/history", params, search: { claim: claim.number } }
        : { to: "/c/$caseId", params, search: (here: Here) => ({ ...compared(here), claim: claim.number }) },
    })),
    ...sources.map((source): Place => ({
      id: source.id,
      kind: "source",
      code: String(source.number),
      name: sourceName(source),
      hint: source.title,
      isPast: false,
      link: { to: "/c/$caseId", params, search: (here: Here) => ({ ...compared(here), claim: here.claim, source: source.number }) },
    })),
    ...people.map((person): Place => ({
      id: person.id,
      kind: "person",
      code: "",
      name: person.name,
      hint: "what they did in this case",
      isPast: false,
      link: { to: "/c/$caseId/history", params, search: { by: person.id } },
    })),
  ];
}

/** Where one is now, as far as it matters to where one goes. */
interface Here {
  claim?: number | undefined;
  compare?: unknown;
}

/** Whoever compares goes on comparing; nothing else of the place one leaves belongs to the next. */
function compared({ compare }: Here): { compare?: true } {
  return compare === true ? { compare } : {};
}
