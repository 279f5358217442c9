import "./release.css";
import { can as roleCan, lastRelease, releaseBlocks } from "@assay/domain";
import { useMemo } from "react";
import { useCase } from "../case/use-case.ts";
import { ReportTabs } from "../report/report-tabs.tsx";
import { ShareLinks } from "../share/share-links.tsx";
import { useDocumentTitle } from "../shell/use-document-title.ts";
import { BlockList } from "./block-list.tsx";
import { CompareReleases } from "./compare-releases.tsx";
import { Corrections } from "./corrections.tsx";
import { PlanFields } from "./plan-fields.tsx";
import { Publish } from "./publish.tsx";
import { ReleaseList } from "./release-list.tsx";
import { Signatures } from "./signatures.tsx";
import { useReleasePlan } from "./use-release-plan.ts";

/** From "what still blocks" to a link in a reader's hand: one page, in the order in which it happens. */
export function ReleasePage() {
  const { view, cells, me } = useCase();
  const state = useReleasePlan();
  const blocks = useMemo(() => releaseBlocks(view, state.plan, cells), [view, state.plan, cells]);
  useDocumentTitle(`Release, ${view.title}`);
  const last = lastRelease(view);
  return (
    <div className="report-stage">
      <ReportTabs />
      <div className="release">
        <div className="release-next">
          <h1>{last === null ? "Release" : `Release ${last.number + 1}`}</h1>
          <PlanFields {...state} />
          <Corrections />
          <section aria-labelledby="blocks-title">
            <h2 id="blocks-title">
              What blocks it {blocks.length === 0 ? null : <span className="release-count">{blocks.length}</span>}
            </h2>
            <BlockList blocks={blocks} />
          </section>
          <section aria-labelledby="signatures-title">
            <h2 id="signatures-title">Signatures</h2>
            <Signatures plan={state.plan} />
          </section>
          <p className="release-publish">
            <Publish plan={state.plan} />
          </p>
        </div>
        <div className="release-past">
          <section aria-labelledby="releases-title">
            <h2 id="releases-title">Released</h2>
            {last === null ? <p className="meta">Nothing is out yet.</p> : <ReleaseList />}
          </section>
          {last === null ? null : <CompareReleases />}
          {last === null || !roleCan(me.role, "release") ? null : <ShareLinks />}
        </div>
      </div>
    </div>
  );
}
