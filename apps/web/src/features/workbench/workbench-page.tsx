import "./bench.css";
import { useBenchKeys } from "./keys.ts";
import { BenchDialogs } from "./dialogs/bench-dialogs.tsx";
import { useCaseOf } from "../case/use-case.ts";
import { useBenchPlace } from "../live/use-bench-place.ts";
import { BenchProvider } from "./bench-provider.tsx";
import { Inspector } from "./inspector/inspector.tsx";
import { useLeftRationales } from "./inspector/use-left-rationales.ts";
import { Ledger } from "./ledger/ledger.tsx";
import { useLedgerRows } from "./ledger/use-ledger-rows.ts";
import type { LedgerRows } from "./model/ledger-filter.ts";
import { Panes } from "./panes/panes.tsx";
import { PhoneBench } from "./phone/phone-bench.tsx";
import { ClaimScope } from "./state/claim-scope.tsx";
import { useOpenIds } from "./state/use-open-ids.ts";
import { useKeptFocus } from "./state/use-kept-focus.ts";
import { usePendingArrival } from "./state/use-pending-arrival.ts";
import { useBench, useBenchParts } from "./state/bench-context.tsx";
import { PHONE, useMedia } from "./state/use-media.ts";
import { usePlaceSync } from "./state/use-place-sync.ts";

/** The workbench: ledger, one to four sources, inspector. On a phone one source and two sheets. */
export function WorkbenchPage() {
  const caseId = useCaseOf((one) => one.caseId);
  return (
    <BenchProvider key={caseId}>
      <Bench />
    </BenchProvider>
  );
}

function Bench() {
  const title = useCaseOf(({ view }) => view.title);
  const found = useLedgerRows();
  const phone = useMedia(PHONE);
  return (
    <div className="bench">
      <h1 className="vh">Workbench: {title}</h1>
      {phone ? <PhoneBench found={found} /> : <Columns found={found} />}
      <BenchDialogs />
      <Announcer />
      <Unseen />
    </div>
  );
}

/** What goes on without being seen. By itself, so that choosing a claim or words draws no column anew for its sake. */
function Unseen() {
  const bench = useBenchParts();
  useBenchKeys();
  usePlaceSync(bench);
  useBenchPlace();
  usePendingArrival();
  useKeptFocus(bench);
  useLeftRationales(bench);
  return null;
}

function Columns({ found }: { found: LedgerRows }) {
  const panels = useBench((state) => state.panels);
  const ids = useOpenIds();
  return (
    <div className={panels ? "bench-cols" : "bench-cols no-panels"}>
      {panels ? <Ledger found={found} /> : null}
      <Panes ids={ids} />
      {panels ? (
        <ClaimScope>
          <Inspector />
        </ClaimScope>
      ) : null}
    </div>
  );
}

/** The chosen claim, said aloud: with j and k the focus stays in the text. */
function Announcer() {
  const claimId = useBench((state) => state.claimId);
  const claim = useCaseOf(({ claimById }) => claimById(claimId ?? ""));
  return (
    <p className="vh" role="status">
      {claim === undefined ? "" : `Claim ${claim.number}: ${claim.text}`}
    </p>
  );
}
