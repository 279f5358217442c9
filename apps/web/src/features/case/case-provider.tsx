import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useLayoutEffect, useState } from "react";
import type { CaseView } from "@assay/domain";
import { useMe } from "../account/me.ts";
import { useLive } from "../live/live-store.ts";
import { useLiveCase } from "../live/use-live-case.ts";
import { caseQuery } from "./case-query.ts";
import { CaseProblem } from "./case-problem.tsx";
import { CaseSkeleton } from "./case-skeleton.tsx";
import { createCaseStore } from "./case-store.ts";
import { CaseReactContext } from "./use-case.ts";

/** Loads a case, keeps it fresh, and computes what every page of it needs. */
export function CaseProvider({ caseId, children }: { caseId: string; children: ReactNode }) {
  // Whether it is here is all that counts at this place; each part of the page follows what it shows of it.
  const query = useQuery({ ...caseQuery(caseId), notifyOnChangeProps: ["status", "error"] });
  const { user } = useMe();
  useLiveCase(caseId, user?.id ?? "", query.data !== undefined);
  if (query.data !== undefined) return <Loaded view={query.data}>{children}</Loaded>;
  return query.isError ? <CaseProblem error={query.error} retry={() => void query.refetch()} /> : <CaseSkeleton />;
}

function Loaded({ view, children }: { view: CaseView; children: ReactNode }) {
  const { user } = useMe();
  const removed = useLive((state) => state.removed);
  const looking = { userId: user?.id ?? "", name: user?.name ?? "", removed };
  const [held] = useState(() => createCaseStore(view, looking));
  useLayoutEffect(() => held.setLooking(looking));
  useLayoutEffect(() => held.follow(), [held]);
  return <CaseReactContext value={held.store}>{children}</CaseReactContext>;
}
