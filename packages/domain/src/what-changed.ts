import { isUnsettledState } from "./carry-tag.ts";
import type { TagVersionView } from "./case-view.ts";
import type { Evidence } from "./tag.ts";

export interface ClaimWording {
  version: number;
  text: string;
  createdAt: string;
  editedBy: string;
}

export interface RevisionRef {
  id: string;
  number: number;
  sha256: string;
  createdAt: string;
}

export interface WhatChangedInput {
  tag: { version: number; claimVersion: number; revisionId: string; evidence: readonly Evidence[] };
  /** Every version, oldest first. */
  versions: readonly TagVersionView[];
  wordings: readonly ClaimWording[];
  /** Of the tag's source, oldest first. */
  revisions: readonly RevisionRef[];
  /** The TagVersions that were approved or upheld, in any order. */
  approvedVersions: readonly number[];
}

export interface WhatChanged {
  /** The wording the tag judged and today's; null while they say the same. */
  claim: { before: ClaimWording; after: ClaimWording } | null;
  /** The revision under the evidence and today's; null while they are the same text. */
  revision: { before: RevisionRef; after: RevisionRef } | null;
  /** The last approved version of the tag and its present one; null where none was approved, or it is that one. */
  own: { before: TagVersionView; after: TagVersionView } | null;
  /** Passages of the present version that a newer revision changed or lost: as written, and as they are now (X4). */
  passages: { before: Evidence; after: Evidence }[];
}

/** What stands between an approval and the present: the three things that can turn a tag stale (T6). */
export function whatChanged({ tag, versions, wordings, revisions, approvedVersions }: WhatChangedInput): WhatChanged {
  const current = versions.find(({ version }) => version === tag.version);
  const approved = versions.filter(({ version }) => approvedVersions.includes(version)).at(-1);
  // An edit after approval is itself made on today's text; what the approval judged is what the author has to compare.
  const judged = approved ?? current ?? tag;
  return {
    claim: apart(wordings.find(({ version }) => version === judged.claimVersion), wordings.at(-1), "text"),
    revision: apart(revisions.find(({ id }) => id === judged.revisionId), revisions.at(-1), "sha256"),
    own:
      current === undefined || approved === undefined || approved.version === current.version
        ? null
        : { before: approved, after: current },
    passages: tag.evidence.flatMap((after) => {
      const before = current?.evidence.find(({ id }) => id === after.id);
      return before === undefined || !isUnsettledState(after.state) ? [] : [{ before, after }];
    }),
  };
}

function apart<T extends object>(before: T | undefined, after: T | undefined, by: keyof T): { before: T; after: T } | null {
  if (before === undefined || after === undefined || before[by] === after[by]) return null;
  return { before, after };
}
