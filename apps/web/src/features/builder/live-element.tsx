import type { LiveBlock, VerdictKind } from "@assay/domain";
import { claimLabel, quoted, sourceName } from "@assay/domain";
import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { CellMark } from "../../components/cell-mark.tsx";
import { Stance } from "../../components/stance.tsx";
import { VerdictMark } from "../../components/verdict-mark.tsx";
import { useCase } from "../case/use-case.ts";
import { KIND_WORDS } from "./model/block-kinds.ts";

/** A live block in the editor: what it is and, in a line or two, what it says at this moment. */
export function LiveCard({ block }: { block: LiveBlock }) {
  return (
    <div className="builder-live">
      <span className="builder-live-kind">
        {KIND_WORDS[block.type]}
        {"detail" in block && block.detail === "brief" ? ", in brief" : ""}
      </span>
      <LiveWords block={block} />
    </div>
  );
}

function LiveWords({ block }: { block: LiveBlock }) {
  const { view } = useCase();
  const claims = view.claims.filter(({ withdrawn }) => !withdrawn).length;
  const [c, s] = [count(claims, "claim"), count(view.sources.length, "source")];
  switch (block.type) {
    case "claim":
      return <ClaimWords claimId={block.claimId} />;
    case "evidence":
      return <PassageWords {...block} />;
    case "findings":
      return claims === 0 ? <Lacking>{NO_CLAIM}</Lacking> : <p>{c}, one card each</p>;
    case "matrix":
    case "corroboration":
    case "omission":
      return claims === 0 || view.sources.length === 0 ? (
        <Lacking>Needs a claim and a source. There is nothing to show yet.</Lacking>
      ) : (
        <p>{`${c} by ${s}`}</p>
      );
    case "sources":
      return view.sources.length === 0 ? <Lacking>The case has no source yet. Add one.</Lacking> : <p>{s}</p>;
    case "annotated":
      return <CopyWords sourceId={block.sourceId} />;
    case "discussion":
      return <p>{count(view.threads.length, "thread")}</p>;
    case "agreement":
      return <p>Measured where two people tagged the same cell</p>;
    case "corrections":
      return <p>Printed from the first release on</p>;
    case "method":
      return <p>The desk’s rules in words, and the signs</p>;
    case "standfirst":
      return <p>{`${s} and ${c}, counted in words`}</p>;
    case "figures":
      return <p>Claims by sources, verdicts, origins, settled cells</p>;
  }
}

const NO_CLAIM = "The case has no claim yet. Mark one in the workbench.";

function count(value: number, what: string): string {
  return `${value} ${value === 1 ? what : `${what}s`}`;
}

function Lacking({ children }: { children: ReactNode }) {
  return (
    <p className="builder-lacking">
      <TriangleAlert className="icon" aria-hidden />
      {children}
    </p>
  );
}

function ClaimWords({ claimId }: { claimId: string }) {
  const { view, verdicts, cellOf, claimById } = useCase();
  const claim = claimById(claimId);
  const verdict = verdicts.get(claimId);
  if (claim === undefined) return <Lacking>The claim that stood here is not in this case.</Lacking>;
  if (claim.withdrawn || verdict === undefined) return <Lacking>{goneWords(claimId, view.claims)}</Lacking>;
  const kind: VerdictKind = verdict.override?.verdict ?? verdict.kind;
  return (
    <>
      <p className="builder-live-text">
        <b>{claimLabel(claim)}</b> {claim.text}
      </p>
      <p className="builder-live-line">
        <VerdictMark kind={kind} open={verdict.pending + verdict.empty} />
        {view.sources.map((source) => (
          <span key={source.id} className="micro" title={sourceName(source)}>
            <CellMark cell={cellOf(claimId, source.id)} /> {source.number}
          </span>
        ))}
      </p>
    </>
  );
}

type Claims = ReturnType<typeof useCase>["view"]["claims"];

/** The same as the report prints in its place. */
function goneWords(claimId: string, claims: Claims): string {
  const claim = claims.find(({ id }) => id === claimId);
  const label = claim === undefined ? "A claim" : claimLabel(claim);
  const children = claims.filter(({ parentId, withdrawn }) => parentId === claimId && !withdrawn).map(claimLabel);
  return children.length === 0
    ? `${label} was withdrawn. The report says so here; remove the block, or restore the claim.`
    : `${label} was split into ${children.join(" and ")}. The report says so here; insert those instead.`;
}

function PassageWords({ claimId, sourceId, evidenceId }: { claimId: string; sourceId: string; evidenceId: string }) {
  const { view, claimById, sourceById, tagsOf } = useCase();
  const [claim, source] = [claimById(claimId), sourceById(sourceId)];
  if (claim?.withdrawn === true) return <Lacking>{goneWords(claimId, view.claims)}</Lacking>;
  const standing = tagsOf(claimId, sourceId).filter(({ state }) => state !== "withdrawn");
  const tag = standing.find(({ evidence }) => evidence.some(({ id }) => id === evidenceId));
  const passage = tag?.evidence.find(({ id }) => id === evidenceId);
  if (claim === undefined || source === undefined || tag === undefined || passage === undefined) {
    return <Lacking>The passage quoted here is no longer in its tag, or not to be seen yet.</Lacking>;
  }
  return (
    <>
      <p className="builder-live-text">{quoted(passage.exact)}</p>
      <p className="builder-live-line">
        <Stance stance={tag.stance} attributed={tag.attributed} />
        <span className="micro">
          {claimLabel(claim)}, {sourceName(source)}
        </span>
      </p>
    </>
  );
}

function CopyWords({ sourceId }: { sourceId: string | null }) {
  const { view } = useCase();
  const source =
    sourceId === null
      ? (view.sources.find(({ kind }) => kind === "draft") ?? view.sources[0])
      : view.sources.find(({ id }) => id === sourceId);
  if (source === undefined) return <Lacking>There is no source to copy yet. Add the draft as a source.</Lacking>;
  return <p>{`${sourceName(source)}, with a note at each claim`}</p>;
}
