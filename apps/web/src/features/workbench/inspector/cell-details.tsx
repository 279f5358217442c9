import type { ClaimView, SourceView } from "@assay/domain";
import { blindWords, isBlindTo } from "@assay/domain";
import { Link } from "@tanstack/react-router";
import { Kbd } from "../../../components/kbd.tsx";
import { UnsavedWords } from "../../../components/unsaved-words.tsx";
import { CellSuggestion } from "../../assist/cell-suggestion.tsx";
import { useCase } from "../../case/use-case.ts";
import { Threads } from "../../threads/threads.tsx";
import { readRationale } from "../model/rationale-draft.ts";
import { useBenchParts } from "../state/bench-context.tsx";
import { MyTag } from "./my-tag.tsx";
import { OtherTag } from "./other-tag.tsx";
import { ReviewComments } from "./review-comments.tsx";
import { useThreadTag } from "./use-thread-tag.ts";

interface CellDetailsProps {
  id: string;
  claim: ClaimView;
  source: SourceView;
  onLeave?: () => void;
}

/** The focused cell: my own tag first, then other people's, then what was said about them. */
export function CellDetails({ id, claim, source, onLeave }: CellDetailsProps) {
  const { tags, actions } = useBenchParts();
  const { view, tagsOf, me, can, cellOf } = useCase();
  const all = tagsOf(claim.id, source.id);
  const mine = all.find((tag) => tag.authorId === me.id);
  const others = all.filter((tag) => tag.authorId !== me.id && tag.state !== "withdrawn");
  const cell = cellOf(claim.id, source.id);
  const standing = mine !== undefined && mine.state !== "withdrawn";
  // A challenge is told by the challenged tag itself.
  const differ = cell.state === "contested" && !all.some((tag) => tag.state === "challenged");
  const kept = mine === undefined || standing ? null : readRationale(view.id, mine);
  const threadTag = useThreadTag(view.id, all, standing ? mine.id : (cell.leading?.id ?? null), id);
  const leave = onLeave ?? (() => undefined);
  const blind = isBlindTo(view, { claimId: claim.id, sourceId: source.id });
  return (
    <div className="insp-cell" id={id}>
      {blind ? <p className="bench-note">{blindWords(view.policy.requiredTags)}</p> : null}
      {differ ? <p className="bench-note attention">{cell.reason}</p> : null}
      {standing ? <MyTag key={mine.id} tag={mine} source={source} alone={others.length === 0} onLeave={leave} /> : null}
      {mine !== undefined && !standing ? (
        <p className="bench-note">
          You withdrew your tag of this cell.{" "}
          <button type="button" className="bench-link" onClick={() => void tags.restore(mine.id)}>
            Restore it
          </button>
        </p>
      ) : null}
      {kept === null || kept.text === kept.base ? null : (
        <UnsavedWords label="Your rationale" text={kept.text} hint="Kept on this device. It is back in its field once you restore the tag." />
      )}
      {others.map((tag) => (
        <OtherTag
          key={tag.id}
          tag={tag}
          source={source}
          alone={all.length === 1}
          contested={cell.state === "contested"}
          onLeave={leave}
        />
      ))}
      {mine === undefined && can("tag") ? <Hint others={others.length} blind={blind} /> : null}
      <CellSuggestion claim={claim} source={source} onLeave={leave} />
      <ReviewComments tags={all} />
      <Threads
        title="Threads on this cell"
        place={{
          kind: "cell",
          claimId: claim.id,
          sourceId: source.id,
          tagId: threadTag,
        }}
      />
      <p className="bench-meta">
        <button
          type="button"
          className="bench-link"
          onClick={() => actions.copyLink({ claim: claim.number, source: source.number }, "this cell")}
        >
          Copy link to this cell
        </button>{" "}
        ·{" "}
        <Link
          className="bench-link"
          to="/c/$caseId/history"
          params={{ caseId: view.id }}
          search={{ claim: claim.number, source: source.number }}
        >
          History of this cell
        </Link>
      </p>
    </div>
  );
}

/** What to press for a tag of one's own. */
function Hint({ others, blind }: { others: number; blind: boolean }) {
  if (others > 0) {
    return (
      <p className="bench-note">
        You have no tag here. <Kbd>v</Kbd> or <Kbd>d</Kbd> with words selected, or <Kbd>m</Kbd>, adds your own.
      </p>
    );
  }
  return (
    <p className="bench-note">
      {blind ? "You have not tagged this cell." : "Nobody has tagged this cell yet."} Select the words in the source and press <Kbd>v</Kbd> or <Kbd>d</Kbd>. If it says
      nothing on this claim, press <Kbd>m</Kbd>.
    </p>
  );
}
