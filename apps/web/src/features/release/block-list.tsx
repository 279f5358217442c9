import type { ReleaseBlock, ReleaseBlockKind } from "@assay/domain";
import { RELEASE_BLOCK_KINDS } from "@assay/domain";
import { Link } from "@tanstack/react-router";
import { CircleCheck } from "lucide-react";
import type { ReactNode } from "react";
import { useCase } from "../case/use-case.ts";

const KIND_WORDS: Record<ReleaseBlockKind, string> = {
  nothing: "Nothing to release",
  blind: "Still blind",
  contested: "Contested",
  stale: "Stale",
  awaiting_review: "Awaiting review",
  rating: "Ratings",
  correction: "Correction",
  sign_off: "Signatures",
};

/** R1: everything that blocks the release, each thing one click away from where it is mended. */
export function BlockList({ blocks }: { blocks: readonly ReleaseBlock[] }) {
  if (blocks.length === 0) {
    return (
      <p className="release-clear">
        <CircleCheck className="icon" aria-hidden /> Nothing blocks it.
      </p>
    );
  }
  const kinds = RELEASE_BLOCK_KINDS.filter((kind) => blocks.some((block) => block.kind === kind));
  return (
    <ul className="release-blocks" aria-label="What blocks the release">
      {kinds.map((kind) => {
        const here = blocks.filter((block) => block.kind === kind);
        return (
          <li key={kind}>
            <h3 className="h">
              {KIND_WORDS[kind]} {here.length === 1 ? null : <span className="micro">{here.length}</span>}
            </h3>
            <ul>
              {here.map((block) => (
                <li key={`${block.claimId ?? ""} ${block.sourceId ?? ""} ${block.sentence}`}>
                  <BlockLink block={block}>{block.sentence}</BlockLink>
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}

function BlockLink({ block, children }: { block: ReleaseBlock; children: ReactNode }) {
  const { caseId, claimById, sourceById } = useCase();
  const claim = block.claimId === null ? undefined : claimById(block.claimId);
  const source = block.sourceId === null ? undefined : sourceById(block.sourceId);
  const { kind, tagId } = block;
  if ((kind === "contested" || kind === "awaiting_review") && tagId !== null) {
    return (
      <Link className="link" to="/c/$caseId/review/$tagId" params={{ caseId, tagId }}>
        {children}
      </Link>
    );
  }
  if (claim !== undefined && source !== undefined) {
    return (
      <Link
        className="link"
        to="/c/$caseId"
        params={{ caseId }}
        search={{ claim: claim.number, source: source.number }}
      >
        {children}
      </Link>
    );
  }
  if (kind === "rating") {
    const rate = claim === undefined ? ("piece" as const) : claim.number;
    return (
      <Link className="link" to="/c/$caseId/report/ratings" params={{ caseId }} search={{ rate }}>
        {children}
      </Link>
    );
  }
  const target = kind === "correction" ? "corrections" : kind === "sign_off" ? "signatures" : "plan";
  return (
    <a className="link" href={`#${target}`}>
      {children}
    </a>
  );
}
