import type { CaseView, DerivedCase, TagView } from "@assay/domain";
import { can, deriveCase, EMPTY_CELL } from "@assay/domain";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useMemo, useRef } from "react";
import { queryClient } from "../../trpc.ts";
import type { Me } from "../account/me.ts";
import { useMe } from "../account/me.ts";
import { useLive } from "../live/live-store.ts";
import { useLiveCase } from "../live/use-live-case.ts";
import { caseQuery, heldCase, textQuery } from "./case-query.ts";
import { CaseProblem } from "./case-problem.tsx";
import { CaseSkeleton } from "./case-skeleton.tsx";
import { keepCells } from "./keep-identity.ts";
import type { CaseContext } from "./use-case.ts";
import { CaseReactContext } from "./use-case.ts";

/** Loads a case, keeps it fresh, and computes what every page of it needs. */
export function CaseProvider({ caseId, children }: { caseId: string; children: ReactNode }) {
  const query = useQuery(caseQuery(caseId));
  const { user } = useMe();
  useLiveCase(caseId, user?.id ?? "", query.data !== undefined);
  if (query.data !== undefined) return <Loaded view={query.data}>{children}</Loaded>;
  return query.isError ? <CaseProblem error={query.error} retry={() => void query.refetch()} /> : <CaseSkeleton />;
}

function Loaded({ view, children }: { view: CaseView; children: ReactNode }) {
  const me = useMe();
  const before = useRef<DerivedCase | null>(null);
  const derived = useMemo(() => {
    before.current = deriveCase(view, before.current, keepCells);
    return before.current;
  }, [view]);
  const removed = useLive((state) => state.removed);
  const value = useMemo(() => caseContext(derived, me, removed), [derived, me, removed]);
  return <CaseReactContext value={value}>{children}</CaseReactContext>;
}

function caseContext({ view, cells, verdicts }: DerivedCase, { user }: Me, removed: boolean): CaseContext {
  const caseId = view.id;
  const sources = new Map(view.sources.map((source) => [source.id, source]));
  const claims = new Map(view.claims.map((claim) => [claim.id, claim]));
  const people = new Map(view.people.map((person) => [person.id, person]));
  const tags = tagsByCell(view.tags);
  // Somebody who has left the desk while the page was open reads on, and changes nothing.
  const member = removed ? undefined : people.get(user?.id ?? "");
  const me = member ?? { id: user?.id ?? "", name: user?.name ?? "", role: "viewer" };
  const tagsOf = (claimId: string, sourceId: string): readonly TagView[] => tags.get(`${claimId} ${sourceId}`) ?? [];
  return {
    caseId,
    view,
    cells,
    verdicts,
    me,
    can: (ability) => can(me.role, ability),
    sourceById: (id) => sources.get(id),
    claimById: (id) => claims.get(id),
    personById: (id) => people.get(id),
    cellOf: (claimId, sourceId) => cells.get(claimId)?.get(sourceId) ?? EMPTY_CELL,
    tagsOf,
    myTag: (claimId, sourceId) => tagsOf(claimId, sourceId).find((tag) => tag.authorId === me.id),
    texts: (sourceId) => {
      const source = sources.get(sourceId);
      return source === undefined ? undefined : queryClient.getQueryData(textQuery(caseId, source).queryKey);
    },
    latest: () => heldCase(caseId) ?? view,
  };
}

function tagsByCell(tags: readonly TagView[]): Map<string, TagView[]> {
  const byCell = new Map<string, TagView[]>();
  for (const tag of tags) {
    const key = `${tag.claimId} ${tag.sourceId}`;
    const cell = byCell.get(key);
    if (cell === undefined) byCell.set(key, [tag]);
    else cell.push(tag);
  }
  return byCell;
}
