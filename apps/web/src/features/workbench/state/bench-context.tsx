import type { CaseView, ClaimView } from "@assay/domain";
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { BenchActions } from "./bench-actions.ts";
import type { BenchNav } from "./bench-nav.ts";
import type { BenchState, BenchStore } from "./bench-store.ts";
import type { ClaimWrites } from "./claim-writes.ts";
import type { PaneRegistry } from "./pane-registry.ts";
import type { TagWrites } from "./tag-writes.ts";

/**
 * The workbench as its parts see it. The object never changes while a case is open, so that whoever holds it is not
 * drawn again; what changes is read from the store with `useBench` and from the case with `useCase`.
 */
export interface Bench {
  caseId: string;
  store: BenchStore;
  panes: PaneRegistry;
  /** The case at this moment, for handlers. */
  latest: () => CaseView;
  nav: BenchNav;
  tags: TagWrites;
  claims: ClaimWrites;
  actions: BenchActions;
  /** The claims that the ledger shows, for `j` and `k`; kept by `useLedgerRows`. */
  rows: { current: readonly ClaimView[] };
}

export const BenchContext = createContext<Bench | null>(null);

export function useBenchParts(): Bench {
  const bench = useContext(BenchContext);
  if (bench === null) throw new Error("useBenchParts needs a WorkbenchPage above it");
  return bench;
}

export function useBench<T>(select: (state: BenchState) => T): T {
  return useStore(useBenchParts().store, select);
}
