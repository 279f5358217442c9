import type { TagContent } from "@assay/domain";
import { samePlace } from "./tag-edits.ts";

/** What one version of a tag changed, in short phrases; the rationale's words are compared apart. */
export function versionChanges(before: TagContent | null, now: TagContent): string[] {
  if (before === null) return [`tagged ${now.stance}`, ...passages([], now.evidence)];
  const changes: string[] = [];
  if (before.stance !== now.stance) changes.push(`${before.stance} → ${now.stance}`);
  if (before.attributed !== now.attributed) changes.push(now.attributed ? "marked attributed" : "no longer attributed");
  if (before.confidence !== now.confidence) changes.push(`confidence ${now.confidence ?? "not stated"}`);
  changes.push(...passages(before.evidence, now.evidence));
  if (attestationText(before) !== attestationText(now)) {
    changes.push(now.attestation === null ? "attestation dropped" : "attested anew");
  }
  return changes;
}

function passages(before: TagContent["evidence"], now: TagContent["evidence"]): string[] {
  const added = now.filter((one) => !before.some((other) => samePlace(other, one))).length;
  const removed = before.filter((one) => !now.some((other) => samePlace(other, one))).length;
  const turned = now.filter((one) => before.some((other) => samePlace(other, one) && other.role !== one.role)).length;
  const changes: string[] = [];
  if (added > 0) changes.push(added === 1 ? "1 passage added" : `${added} passages added`);
  if (removed > 0) changes.push(removed === 1 ? "1 passage removed" : `${removed} passages removed`);
  if (turned > 0) changes.push(turned === 1 ? "1 role changed" : `${turned} roles changed`);
  return changes;
}

function attestationText({ attestation }: TagContent): string {
  return attestation === null ? "" : [attestation.revisionSha256, ...attestation.searchTerms].join("\n");
}
