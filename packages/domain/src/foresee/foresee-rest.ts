import type { CaseChange } from "../case-view.ts";
import { VERDICT_RULE_VERSION } from "../verdict.ts";
import type { SourceMeta } from "../source.ts";
import type { ForeseenInputs } from "./foreseen-input.ts";
import type { Foresight } from "./foresight.ts";
import { after, asPhrase, asStored, foreseen, standingClaim } from "./foresight.ts";

export function foreseeOverride(sight: Foresight, input: ForeseenInputs["verdict.override"]): CaseChange | null {
  const { id, claimId, claimVersion, replaces, verdict } = input;
  const { overrides } = sight.view;
  if (standingClaim(sight, claimId)?.version !== claimVersion || overrides.some((one) => one.id === id)) return null;
  const removedOverrides = overrides.filter((one) => one.claimId === claimId).map((one) => one.id);
  if ((removedOverrides[0] ?? null) !== replaces) return null;
  const made = {
    id,
    claimId,
    verdict,
    reason: asPhrase(input.reason),
    authorId: sight.actorId,
    ruleVersion: VERDICT_RULE_VERSION,
    createdAt: after(sight),
  };
  return foreseen(sight, { overrides: [made], ...(removedOverrides.length === 0 ? {} : { removedOverrides }) });
}

export function foreseeLift(sight: Foresight, { overrideId }: ForeseenInputs["verdict.lift"]): CaseChange | null {
  const stands = sight.view.overrides.some(({ id }) => id === overrideId);
  return stands ? foreseen(sight, { removedOverrides: [overrideId] }) : null;
}

export function foreseeEditSource(sight: Foresight, input: ForeseenInputs["source.edit"]): CaseChange | null {
  const source = sight.view.sources.find(({ id }) => id === input.sourceId);
  if (source === undefined || source.version !== input.baseVersion) return null;
  const meta = Object.fromEntries(
    Object.entries(input.meta).map(([field, value]) => [field, typeof value === "string" ? asPhrase(value) : value]),
  ) as unknown as SourceMeta;
  return foreseen(sight, { sources: [{ ...source, ...meta, version: source.version + 1 }] });
}

export function foreseeEditCase(sight: Foresight, input: ForeseenInputs["case.edit"]): CaseChange | null {
  const { baseVersion, title, summary } = input;
  if (sight.view.version !== baseVersion) return null;
  return foreseen(sight, {
    case: { title: asPhrase(title), summary: asStored(summary), version: baseVersion + 1 },
  });
}
