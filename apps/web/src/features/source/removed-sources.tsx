import type { RemovedSourceView } from "@assay/domain";
import { decideReturn, sourceName } from "@assay/domain";
import { Link } from "@tanstack/react-router";
import { Button } from "../../components/button.tsx";
import { focusPageIfLost } from "../../components/focus-page.ts";
import { TimeAgo } from "../../components/time-ago.tsx";
import { useCase } from "../case/use-case.ts";
import { OriginalLink } from "./original-link.tsx";
import { useSourceMoves } from "./source-moves.ts";
import { grouped } from "./source-words.ts";

/** Tombstones (T7), each with the way back. */
export function RemovedSources() {
  const { view } = useCase();
  if (view.removedSources.length === 0) return null;
  return (
    <section className="sources-removed" aria-labelledby="sources-removed">
      <h2 id="sources-removed">Taken out of the case</h2>
      <ol className="sources-list">
        {view.removedSources.map((source) => (
          <RemovedRow key={source.id} source={source} />
        ))}
      </ol>
    </section>
  );
}

function RemovedRow({ source }: { source: RemovedSourceView }) {
  const { caseId, me, personById } = useCase();
  const { putBack } = useSourceMoves();
  const decided = decideReturn(me, source);
  const name = sourceName(source);
  const remover = personById(source.removedBy)?.name ?? "Somebody who has left";
  return (
    <li className="sources-row">
      <span className="sources-number">{source.number}</span>
      <div className="sources-about">
        <p className="sources-name">{name}</p>
        {source.title.trim() !== "" && source.title.trim() !== name ? <p className="sources-title">{source.title}</p> : null}
        <p className="sources-why">{source.reason}</p>
      </div>
      <p className="meta sources-revision">
        {grouped(source.revision.length)} characters
        <br />
        taken out <TimeAgo iso={source.removedAt} /> by {remover}
        <br />
        <Link className="link" to="/c/$caseId/history" params={{ caseId }} search={{ source: source.number }}>
          History
        </Link>
      </p>
      <span className="sources-actions">
        <OriginalLink source={source} />
        <Button
          className="btn-small"
          aria-label={`Put ${name} back`}
          disabledReason={decided.ok ? null : decided.reason}
          onClick={() => void putBack(source).then(focusPageIfLost)}
        >
          Put back
        </Button>
      </span>
    </li>
  );
}
