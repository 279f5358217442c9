import type { SourceView } from "@assay/domain";
import { buildSourceMeta } from "@assay/seeds";
import { of } from "./random-command.ts";
import type { Command, Draw, Draws, Seat } from "./random-command.ts";
import { WORK_TEXT, correctedText, remembered, textOf, wordsOf } from "./random-texts.ts";

type SourcePath = "source.add" | "source.edit" | "source.revise" | "source.remove" | "source.restore";

/** Few, so that people meet in the same cells. */
const MOST_SOURCES = 3;

/** Sources come, are described and corrected, go and come back. */
export const SOURCE_DRAWS: Draws<SourcePath> = {
  "source.add": [
    2,
    ({ dice, view }) => {
      if (view.sources.length >= MOST_SOURCES) return null;
      const text = remembered(`${WORK_TEXT}\n\nEdition ${dice.below(1_000_000)}.`);
      const completeness = dice.chance(0.8) ? "full" : "partial";
      const meta = buildSourceMeta({ publisher: `Paper ${dice.below(100)}` });
      const added = { id: dice.id(), content: { kind: "text" as const, text }, meta, completeness } as const;
      return { path: "source.add", input: { ...of(dice, view), ...added } };
    },
  ],
  "source.edit": [
    2,
    onSource(({ dice, view }, { id: sourceId, version }) => {
      const meta = buildSourceMeta({ publisher: `Paper ${dice.below(100)}`, author: wordsOf(dice) });
      return { path: "source.edit", input: { ...of(dice, view), sourceId, baseVersion: version, meta } };
    }),
  ],
  "source.revise": [
    2,
    onSource(({ dice, view }, { id: sourceId, revision }) => {
      const known = textOf(revision);
      if (known === undefined) return null;
      const content = { kind: "text" as const, text: correctedText(dice, known) };
      const completeness = dice.chance(0.9) ? "full" : "partial";
      const revised = { sourceId, baseRevisionId: revision.id, content, completeness } as const;
      return { path: "source.revise", input: { ...of(dice, view), ...revised } };
    }),
  ],
  "source.remove": [
    1,
    onSource(({ dice, view }, { id: sourceId, version: baseVersion }) => {
      const reason = "Another event.";
      return { path: "source.remove", input: { ...of(dice, view), sourceId, baseVersion, reason } };
    }),
  ],
  "source.restore": [
    4,
    ({ dice, view }) => {
      const source = dice.pick(view.removedSources);
      if (source === undefined) return null;
      const { id: sourceId, version: baseVersion } = source;
      return { path: "source.restore", input: { ...of(dice, view), sourceId, baseVersion } };
    },
  ],
};

function onSource(draw: (seat: Seat, source: SourceView) => Command | null): Draw {
  return (seat) => {
    const source = seat.dice.pick(seat.view.sources);
    return source === undefined ? null : draw(seat, source);
  };
}
