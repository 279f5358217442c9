import "./live.css";
import type { PresenceView } from "@assay/domain";
import { claimLabel } from "@assay/domain";
import { useMemo } from "react";
import { useShallow } from "zustand/react/shallow";
import { Avatar } from "../../components/avatar.tsx";
import { Tooltip } from "../../components/tooltip.tsx";
import { useCaseNow } from "../case/use-case.ts";
import { nameOf } from "./event-words.ts";
import { useLive } from "./live-store.ts";

interface Range {
  start: number;
  end: number;
}

/** More faces leave no room for the source's name. */
const FACES = 3;

/** One page a person; the one with words selected, when there is one. */
function readersOf(people: readonly PresenceView[], sourceId: string): PresenceView[] {
  const readers = new Map<string, PresenceView>();
  for (const one of people) {
    if (one.sourceId !== sourceId) continue;
    if (one.selection !== null || !readers.has(one.userId)) readers.set(one.userId, one);
  }
  return [...readers.values()];
}

/** In a source's head: who reads it. Whoever has words selected is a button that leads to them. */
export function SourcePeople({ sourceId, onShow }: { sourceId: string; onShow: (range: Range) => void }) {
  const { view, claimById } = useCaseNow()();
  const readers = useLive(useShallow(({ people }) => readersOf(people, sourceId)));
  const rest = readers.slice(FACES);
  const chips = readers.slice(0, FACES).map((one) => {
    const name = nameOf(view, one.userId);
    const claim = one.claimId === null ? undefined : claimById(one.claimId);
    const at = claim === undefined ? "" : `, at ${claimLabel(claim)}`;
    const { selection } = one;
    if (selection === null) {
      return (
        <span key={one.pageId} className="live-reader" title={`${name} reads this source${at}`}>
          <Avatar small name={name} />
        </span>
      );
    }
    const words = `${name} selects words here${at}: show them`;
    return (
      <Tooltip key={one.pageId} text={words}>
        <button type="button" className="live-reader live-selects" aria-label={words} onClick={() => onShow(selection)}>
          <Avatar small name={name} />
        </button>
      </Tooltip>
    );
  });
  return (
    <>
      {chips}
      {rest.length === 0 ? null : (
        <span className="live-more" title={`${rest.map(({ userId }) => nameOf(view, userId)).join(", ")} read it too`}>
          +{rest.length}
        </span>
      )}
    </>
  );
}

/** What others have selected in a revision; the same array until that changes. */
export function useOthersSelections(revisionId: string | undefined): readonly Range[] {
  const keys = useLive(
    useShallow(({ people }) =>
      people.flatMap(({ selection }) =>
        selection === null || selection.revisionId !== revisionId ? [] : [`${selection.start}-${selection.end}`],
      ),
    ),
  );
  return useMemo(
    () =>
      keys.map((key) => {
        const [start = 0, end = 0] = key.split("-").map(Number);
        return { start, end };
      }),
    [keys],
  );
}
