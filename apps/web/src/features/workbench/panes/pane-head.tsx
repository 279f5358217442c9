import { sourceName } from "@assay/domain";
import type { SourceView } from "@assay/domain";
import { MoreHorizontal } from "lucide-react";
import { memo, useRef } from "react";
import { IconButton } from "../../../components/button.tsx";
import { printedDate } from "../../../components/format-time.ts";
import { Glyph } from "../../../components/glyph.tsx";
import { Kbd } from "../../../components/kbd.tsx";
import { Menu } from "../../../components/menu.tsx";
import { DraftLink } from "../../draft/draft-link.tsx";
import { SourcePeople } from "../../live/source-people.tsx";
import { SourceHitCount } from "../find/find-bar.tsx";
import { useBench, useBenchParts } from "../state/bench-context.tsx";
import { PaneMenu } from "./pane-menu.tsx";

/** Drawn by itself: one more mark in the text below it is nothing to it. */
export const PaneHead = memo(function PaneHead({ source, focused }: { source: SourceView; focused: boolean }) {
  const { store, nav, panes } = useBenchParts();
  const single = useBench((state) => state.single);
  const afterMenu = useRef<(() => void) | null>(null);
  const name = sourceName(source);
  const toggle = () => nav.remeasure(() => store.setState({ sourceId: source.id, single: !(single && focused) }));
  return (
    <header className="pane-head">
      <h2 className="pane-l1">
        <Kbd>{String(source.number)}</Kbd>
        <span className="pane-name" title={source.title === "" ? name : source.title}>
          {name}
        </span>
        <SourceHitCount sourceId={source.id} />
        <SourcePeople sourceId={source.id} onShow={(range) => panes.reveal(source.id, range)} />
        <DraftLink source={source} kbd="shift+e" />
        <IconButton
          small
          label={single ? "Show all open sources" : "Focus this source"}
          kbd="f"
          pressed={single && focused}
          onClick={toggle}
        >
          <Glyph name="focus" />
        </IconButton>
        <Menu
          label={`Menu of ${name}`}
          next={afterMenu}
          trigger={
            <IconButton small label={`Menu of ${name}`}>
              <MoreHorizontal className="icon" aria-hidden />
            </IconButton>
          }
        >
          <PaneMenu source={source} afterwards={(run) => (afterMenu.current = run)} />
        </Menu>
      </h2>
      <p className="pane-l2" title={about(source)}>
        {about(source)}
        {source.revision.completeness === "partial" ? (
          <>
            {" · "}
            <span className="pane-partial" title="Nobody can attest that a partial text is silent.">
              partial
            </span>
          </>
        ) : null}
      </p>
    </header>
  );
});

/** "article · 8 Oct, 21.40 · G1 · r2" */
function about(source: SourceView): string {
  return [
    source.kind,
    source.publishedAt === null ? "" : printedDate(source.publishedAt, new Date()),
    source.independenceGroup.trim(),
    `r${source.revision.number}`,
  ]
    .filter((part) => part !== "")
    .join(" · ");
}
