import type { ClaimView, SourceView } from "@assay/domain";
import { Button } from "../../../components/button.tsx";
import { Kbd } from "../../../components/kbd.tsx";
import { useCase } from "../../case/use-case.ts";
import { useBenchParts } from "../state/bench-context.tsx";
import { MyTag } from "./my-tag.tsx";
import { OtherTag } from "./other-tag.tsx";
import { Thread } from "./thread.tsx";

interface CellDetailsProps {
  id: string;
  claim: ClaimView;
  source: SourceView;
  onLeave?: () => void;
}

/** The focused cell: my own tag first, then other people's, then what was said about them. */
export function CellDetails({ id, claim, source, onLeave }: CellDetailsProps) {
  const { tags, actions } = useBenchParts();
  const { tagsOf, me, can, cellOf } = useCase();
  const all = tagsOf(claim.id, source.id);
  const mine = all.find((tag) => tag.authorId === me.id);
  const others = all.filter((tag) => tag.authorId !== me.id && tag.state !== "withdrawn");
  const cell = cellOf(claim.id, source.id);
  const standing = mine !== undefined && mine.state !== "withdrawn";
  const leave = onLeave ?? (() => undefined);
  return (
    <div className="insp-cell" id={id}>
      {cell.state === "contested" ? <p className="bench-note attention">{cell.reason}</p> : null}
      {standing ? <MyTag key={mine.id} tag={mine} source={source} onLeave={leave} /> : null}
      {mine !== undefined && !standing ? (
        <p className="bench-note">
          You withdrew your tag of this cell.{" "}
          <button type="button" className="bench-link" onClick={() => void tags.restore(mine.id)}>
            Restore it
          </button>
        </p>
      ) : null}
      {mine === undefined && can("tag") ? (
        <p className="bench-note">
          {others.length === 0 ? "Nobody has tagged this cell yet. " : "You have no tag here. "}
          Select the words in the source and press <Kbd>v</Kbd> or <Kbd>d</Kbd>. If it says nothing on this claim, press{" "}
          <Kbd>m</Kbd>.
        </p>
      ) : null}
      {others.map((tag) => (
        <OtherTag key={tag.id} tag={tag} source={source} contested={cell.state === "contested"} onLeave={leave} />
      ))}
      <Thread tags={all} about={standing ? mine.id : (cell.leading?.id ?? null)} />
      <div className="insp-acts">
        <Button
          variant="quiet"
          className="btn-small"
          onClick={() => actions.copyLink({ claim: claim.number, source: source.number }, "this cell")}
        >
          Copy link
        </Button>
      </div>
    </div>
  );
}
