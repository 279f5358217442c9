import "@assay/editor/styles.css";
import "./panes.css";
import { Fragment, useRef } from "react";
import { Group, Panel, Separator, useDefaultLayout } from "react-resizable-panels";
import { Button } from "../../../components/button.tsx";
import { EmptyState } from "../../../components/empty-state.tsx";
import { useCase, useCaseOf } from "../../case/use-case.ts";
import { CompareHead } from "../compare/compare-head.tsx";
import { CompareList } from "../compare/compare-list.tsx";
import { FilterBar } from "../filter/filter-bar.tsx";
import { FindBar } from "../find/find-bar.tsx";
import { useFindSearch } from "../find/use-find-search.ts";
import { useBench, useBenchParts } from "../state/bench-context.tsx";
import { PHONE, useMedia } from "../state/use-media.ts";
import { EdgeBar } from "./edge-bar.tsx";
import { Pane } from "./pane.tsx";
import { PrintSource } from "./print-source.tsx";
import { SelectionBar } from "./selection-bar.tsx";
import { useTextKeys } from "./text-keys.ts";
import { useLinkedScroll } from "./use-linked-scroll.ts";

/** One to four sources side by side. With one at full measure the others stay mounted: nobody loses their place. */
export function Panes({ ids }: { ids: readonly string[] }) {
  const root = useRef<HTMLDivElement>(null);
  const focused = useBench((state) => state.sourceId);
  const single = useBench((state) => state.single);
  const phone = useMedia(PHONE);
  const comparing = useBench((state) => state.comparing);
  useLinkedScroll(root);
  // On a phone the other sources are not open, and are looked through all the same.
  const sources = useCaseOf(({ view }) => view.sources);
  const searched = phone ? sources.map(({ id }) => id) : ids;
  useFindSearch(searched);
  useTextKeys();
  if (ids.length === 0) return <NoSources />;
  const one = single && ids.length > 1 && focused !== null && ids.includes(focused) ? focused : null;
  return (
    <div ref={root} className={one === null && ids.length > 1 ? "panes" : "panes panes-wide"}>
      <CompareHead ids={ids} />
      {comparing && phone ? <CompareList /> : null}
      <div hidden={comparing && phone} className={comparing ? "panes-main panes-comparing" : "panes-main"}>
        <FindBar ids={searched} />
        <SizedGroup ids={ids} one={one} />
      </div>
      <EdgeBar />
      <FilterBar ids={ids} />
      <SelectionBar />
      <PrintSource />
    </div>
  );
}

function SizedGroup({ ids, one }: { ids: readonly string[]; one: string | null }) {
  const { caseId } = useBenchParts();
  const { defaultLayout, onLayoutChanged } = useDefaultLayout({
    id: `assay:panes:${caseId}`,
    panelIds: [...ids],
    onlySaveAfterUserInteractions: true,
  });
  return (
    <Group
      orientation="horizontal"
      className={one === null ? "panes-group" : "panes-group panes-one"}
      defaultLayout={defaultLayout}
      onLayoutChanged={onLayoutChanged}
    >
      {ids.map((id, place) => (
        <Fragment key={id}>
          {place === 0 ? null : <Separator className="panes-handle" aria-label="Width of the sources beside it" />}
          <Panel
            id={id}
            minSize="14"
            data-shown={one === null || one === id}
          >
            <Pane sourceId={id} />
          </Panel>
        </Fragment>
      ))}
    </Group>
  );
}

function NoSources() {
  const { store } = useBenchParts();
  const { can } = useCase();
  return (
    <div className="panes">
      <div className="panes-empty">
        <EmptyState
          title="No sources yet"
          action={
            can("add_source") ? (
              <Button variant="primary" onClick={() => store.setState({ dialog: { kind: "add-source" } })}>
                Add the first source
              </Button>
            ) : null
          }
        >
          {can("add_source")
            ? "Paste a text or drop a file. Two or more sources on the same event are what claims are compared in."
            : "Somebody who may add sources has to add the first one."}
        </EmptyState>
      </div>
    </div>
  );
}
