import { sourceName } from "@assay/domain";
import type { SourceView } from "@assay/domain";
import { useNavigate } from "@tanstack/react-router";
import { MenuCheck, MenuItem, MenuLabel, MenuSeparator } from "../../../components/menu.tsx";
import { useCase } from "../../case/use-case.ts";
import { formatSpan, originalPath } from "../model/place.ts";
import { toggleCompare } from "../compare/compare-actions.ts";
import { readRevision } from "../../revision/read-revision.ts";
import { openFind } from "../find/find-actions.ts";
import { useBench, useBenchParts } from "../state/bench-context.tsx";
import { mediaMatches, PHONE } from "../state/use-media.ts";
import { printFocused } from "./print-source.tsx";

/** `afterwards`: what takes the focus is done once the menu has closed. */
export function PaneMenu({ source, afterwards }: { source: SourceView; afterwards: (run: () => void) => void }) {
  const bench = useBenchParts();
  const { store, nav, actions, caseId } = bench;
  const { view, can, claimById } = useCase();
  const navigate = useNavigate();
  const linked = useBench((state) => state.linked);
  const highlights = useBench((state) => state.highlights);
  const comparing = useBench((state) => state.comparing);
  const selection = useBench((state) => state.selection);
  const claim = claimById(useBench((state) => state.claimId) ?? "");
  const open = nav.openIds();
  const closed = view.sources.filter((other) => !open.includes(other.id));
  const passage = selection?.sourceId === source.id ? selection : null;
  return (
    <>
      <MenuItem onSelect={() => store.setState({ dialog: { kind: "source", sourceId: source.id } })}>Details</MenuItem>
      <MenuItem onSelect={() => window.open(originalPath(caseId, source.id), "_blank", "noopener")}>
        Open the original as received
      </MenuItem>
      {can("add_source") ? (
        <MenuItem onSelect={() => store.setState({ dialog: { kind: "revise", sourceId: source.id } })}>
          New revision
        </MenuItem>
      ) : null}
      {source.revisions.slice(0, -1).map(({ id, number }) => (
        <MenuItem key={id} onSelect={() => readRevision(bench, source, id)}>
          Read revision {number}
        </MenuItem>
      ))}
      <MenuItem
        kbd="/"
        onSelect={() =>
          afterwards(() => {
            store.setState({ sourceId: source.id });
            openFind(bench, "source");
          })
        }
      >
        Find in this source
      </MenuItem>
      {nav.searchIds().length > 1 ? (
        <MenuItem kbd="g" onSelect={() => afterwards(() => openFind(bench, "all"))}>
          {mediaMatches(PHONE) ? "Find in all sources" : "Find in all open sources"}
        </MenuItem>
      ) : null}
      <MenuItem
        disabledReason={passage === null ? "Select the words first." : null}
        onSelect={() =>
          passage === null
            ? undefined
            : actions.copyLink(
                {
                  ...(claim === undefined ? {} : { claim: claim.number }),
                  source: source.number,
                  at: formatSpan(passage),
                },
                "the passage",
              )
        }
      >
        Copy link to the passage
      </MenuItem>
      <MenuItem
        kbd="y"
        disabledReason={passage === null ? "Select the words first." : null}
        onSelect={() => actions.copyCitation()}
      >
        Copy the words with their citation
      </MenuItem>
      <MenuItem
        kbd="mod+p"
        onSelect={() => {
          store.setState({ sourceId: source.id });
          printFocused();
        }}
      >
        Print with its highlights
      </MenuItem>
      <MenuItem
        kbd="shift+c"
        onSelect={() => void navigate({ to: "/c/$caseId/suggestions", params: { caseId }, search: { source: source.number } })}
      >
        Suggestions for this source
      </MenuItem>
      <MenuSeparator />
      <MenuItem kbd="h" onSelect={() => afterwards(() => store.setState({ filtering: true }))}>
        Filter highlights
      </MenuItem>
      <MenuCheck
        kbd="i"
        checked={highlights.solo}
        onChange={(solo) => store.setState({ highlights: { ...highlights, solo } })}
      >
        Highlights of the chosen claim only
      </MenuCheck>
      <MenuCheck kbd="x" checked={comparing} onChange={() => toggleCompare(bench)}>
        Compare on the chosen claim
      </MenuCheck>
      <MenuCheck kbd="l" checked={linked} onChange={(next) => store.setState({ linked: next })}>
        Link scrolling of all sources
      </MenuCheck>
      {closed.length > 0 ? <MenuSeparator /> : null}
      {closed.length > 0 ? <MenuLabel>Show here instead</MenuLabel> : null}
      {closed.map((other) => (
        <MenuItem key={other.id} onSelect={() => nav.swap(other.id, source.id)}>
          {other.number} {sourceName(other)}
        </MenuItem>
      ))}
      {closed.length > 0 && open.length < 4 ? <MenuLabel>Open beside</MenuLabel> : null}
      {open.length < 4
        ? closed.map((other) => (
            <MenuItem key={other.id} onSelect={() => nav.focusSource(other.id)}>
              {other.number} {sourceName(other)}
            </MenuItem>
          ))
        : null}
      <MenuSeparator />
      {can("add_source") ? (
        <MenuItem onSelect={() => store.setState({ dialog: { kind: "add-source" } })}>Add a source</MenuItem>
      ) : null}
      <MenuItem
        disabledReason={open.length < 2 ? "The last open source stays open." : null}
        onSelect={() => nav.close(source.id)}
      >
        Close this source
      </MenuItem>
    </>
  );
}
