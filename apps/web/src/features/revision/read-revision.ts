import type { SourceView } from "@assay/domain";
import type { Span } from "../workbench/model/place.ts";
import type { Bench } from "../workbench/state/bench-context.tsx";

/** Shows a source as it was; its newest revision ends that. */
export function readRevision({ store, nav }: Bench, source: SourceView, revisionId: string, span: Span | null = null): void {
  nav.focusSource(source.id);
  store.setState(({ reading }) => {
    const others = Object.fromEntries(Object.entries(reading).filter(([id]) => id !== source.id));
    return { reading: revisionId === source.revision.id ? others : { ...others, [source.id]: { revisionId, span } } };
  });
}
