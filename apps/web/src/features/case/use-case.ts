import type {
  Ability,
  CaseView,
  CellView,
  ClaimView,
  PersonView,
  RevisionText,
  SourceView,
  TagView,
} from "@assay/domain";
import type { verdictsOf } from "@assay/domain";
import { useQuery } from "@tanstack/react-query";
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { StoreApi } from "zustand/vanilla";
import { textQuery } from "./case-query.ts";

export type ClaimVerdict = NonNullable<ReturnType<ReturnType<typeof verdictsOf>["get"]>>;

export interface CaseContext {
  caseId: string;
  view: CaseView;
  /** claim id → source id → cell. Cells that did not change keep their identity. */
  cells: Map<string, Map<string, CellView>>;
  /** claim id → verdict. */
  verdicts: Map<string, ClaimVerdict>;
  me: PersonView;
  can: (ability: Ability) => boolean;
  sourceById: (id: string) => SourceView | undefined;
  claimById: (id: string) => ClaimView | undefined;
  personById: (id: string) => PersonView | undefined;
  tagById: (id: string) => TagView | undefined;
  cellOf: (claimId: string, sourceId: string) => CellView;
  /** Every tag of the cell, withdrawn ones included (T7), oldest first. */
  tagsOf: (claimId: string, sourceId: string) => readonly TagView[];
  /** My own tag of the cell, withdrawn or not: it is the one to edit. */
  myTag: (claimId: string, sourceId: string) => TagView | undefined;
  /** Whether a cell has the tags of two people, or is to have them: only then is there agreement to speak of. */
  isTaggedTwice: () => boolean;
  /** The text if it is here already. In rendering use `useSourceText`, which also fetches it. */
  texts: (sourceId: string) => RevisionText | undefined;
  /** The case at this very moment, for use inside event handlers and `run`. */
  latest: () => CaseView;
}

export const CaseReactContext = createContext<StoreApi<CaseContext> | null>(null);

export function useCaseStore(): StoreApi<CaseContext> {
  const store = useContext(CaseReactContext);
  if (store === null) throw new Error("useCase needs a CaseProvider above it");
  return store;
}

/** All of the case: drawn again with every change of it, whoever made it. */
export function useCase(): CaseContext {
  return useStore(useCaseStore());
}

/**
 * Part of the case: drawn again only when that part is another. What `select` makes up itself has to be compared, by
 * `useShallow`, or kept.
 */
export function useCaseOf<Part>(select: (context: CaseContext) => Part): Part {
  return useStore(useCaseStore(), select);
}

/** The case at this moment, for handlers: whoever only acts on it is not drawn again with it. */
export function useCaseNow(): () => CaseContext {
  return useCaseStore().getState;
}

/** A source's current revision with its blocks; fetched once, kept. */
export function useSourceText(sourceId: string) {
  const caseId = useCaseOf((one) => one.caseId);
  const source = useCaseOf(({ sourceById }) => sourceById(sourceId));
  if (source === undefined) throw new Error(`No source ${sourceId} in this case`);
  return useQuery(textQuery(caseId, source));
}
