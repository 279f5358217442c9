import { useLayoutEffect, useState } from "react";
import type { ReactNode } from "react";
import { compareLine } from "./compare/compare-actions.ts";
import { useCaseMutation } from "../case/use-case-mutation.ts";
import { useCaseNow, useCaseStore } from "../case/use-case.ts";
import { MAX_PANES } from "./model/open-sources.ts";
import { createBenchActions } from "./state/bench-actions.ts";
import { BenchContext } from "./state/bench-context.tsx";
import type { Bench } from "./state/bench-context.tsx";
import { createBenchNav } from "./state/bench-nav.ts";
import { createBenchStore } from "./state/bench-store.ts";
import { createClaimWrites } from "./state/claim-writes.ts";
import { followRevisions } from "./state/follow-revisions.ts";
import { PaneRegistry } from "./state/pane-registry.ts";
import { RewordedClaims } from "./state/reworded-claims.ts";
import { createTagWrites } from "./state/tag-writes.ts";
import { mediaMatches, PHONE, TABLET } from "./state/use-media.ts";

/** Mount it with the case's id as its key: the bench belongs to one case. */
export function BenchProvider({ children }: { children: ReactNode }) {
  const cases = useCaseStore();
  const now = useCaseNow();
  const { run } = useCaseMutation();

  const [reworded] = useState(() => new RewordedClaims());
  const [bench] = useState((): Bench => {
    const { caseId, me } = now();
    const latest = () => now().latest();
    const store = createBenchStore(caseId);
    const panes = new PaneRegistry();
    panes.line = () => compareLine({ store, panes });
    const rows: Bench["rows"] = { current: [] };
    const nav = createBenchNav({ store, panes, view: latest, rows: () => rows.current, limit: paneLimit });
    const tags = createTagWrites({ caseId, meId: me.id, run, latest });
    const claims = createClaimWrites({ caseId, meId: me.id, run, latest, tags, reworded });
    const textOf = (sourceId: string) => now().texts(sourceId);
    const actions = createBenchActions({ caseId, meId: me.id, store, panes, tags, claims, reworded, latest, textOf });
    return { caseId, store, panes, latest, nav, tags, claims, actions, rows };
  });

  useLayoutEffect(
    () => cases.subscribe((next, before) => (next.view.claims === before.view.claims ? undefined : reworded.follow(next.view.claims, before.view.claims))),
    [cases, reworded],
  );
  useLayoutEffect(() => followRevisions({ caseId: bench.caseId, cases, store: bench.store, panes: bench.panes }), [bench, cases]);

  return <BenchContext value={bench}>{children}</BenchContext>;
}

export function paneLimit(): number {
  if (mediaMatches(PHONE)) return 1;
  return mediaMatches(TABLET) ? 2 : MAX_PANES;
}
