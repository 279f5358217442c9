import type { Role } from "./role.ts";

/** What is to be released: everything that decides what a snapshot of the case says. */
export interface ReleasePlan {
  title: string;
  claimIds: string[] | "all";
  sourceIds: string[] | "all";
  settledOnly: boolean;
  /** Every claim in scope and the piece itself have to be rated. */
  rated: boolean;
}

/** That somebody signed the case as it was. It is in a view only while that still holds. */
export interface SignOffView {
  id: string;
  userId: string;
  role: Role;
  plan: ReleasePlan;
  createdAt: string;
}

export interface SignatureView {
  userId: string;
  name: string;
  role: Role;
  at: string;
}

/** A frozen report (R2), without what it says. */
export interface ReleaseView {
  id: string;
  /** 1, 2, 3 … within the case. */
  number: number;
  title: string;
  sha256: string;
  plan: ReleasePlan;
  signatures: SignatureView[];
  releasedBy: string;
  createdAt: string;
}

/** R3: what a later release says differently, and why. */
export interface CorrectionView {
  id: string;
  /** Null where it is about the piece. */
  claimId: string | null;
  corrects: number;
  /** Null until the release that carries it is made. */
  madeRelease: number | null;
  what: string;
  why: string;
  version: number;
  withdrawn: boolean;
  authorId: string;
  createdAt: string;
  updatedAt: string;
}
