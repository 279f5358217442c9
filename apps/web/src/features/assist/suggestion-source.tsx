import { SourceText } from "@assay/editor/react";
import type { SourceTextApi } from "@assay/editor/react";
import type { HighlightMark } from "@assay/editor";
import { sourceName } from "@assay/domain";
import type { SourceView } from "@assay/domain";
import { memo, useEffect, useMemo, useRef, useState } from "react";
import { refusalOf } from "../../refusal.ts";
import { useCase, useSourceText } from "../case/use-case.ts";
import { createMarkBuilder } from "../workbench/model/marks.ts";
import type { SuggestedClaim } from "./assist-types.ts";

const Text = memo(SourceText);

interface SuggestionSourceProps {
  source: SourceView;
  shown: SuggestedClaim | null;
}

/** The source beside its suggestions: what is tagged already as ever, and dotted the suggestion that has the cursor. */
export function SuggestionSource({ source, shown }: SuggestionSourceProps) {
  const { view } = useCase();
  const text = useSourceText(source.id);
  const api = useRef<SourceTextApi | null>(null);
  const [build] = useState(createMarkBuilder);
  const tagged = build(view.tags, view.claims, source.id);
  // One that was read in another revision is nowhere until it has been read anew.
  const here = shown !== null && text.data?.text.slice(shown.start, shown.end) === shown.exact;
  const marks = useMemo((): HighlightMark[] => (here ? [...tagged, markOf(shown)] : [...tagged]), [tagged, shown, here]);
  useEffect(() => {
    if (here) api.current?.scrollToRange(shown, { block: "nearest", flash: true });
  }, [shown, here]);
  return (
    <section className="sug-source" aria-label={`Source ${source.number}: ${sourceName(source)}`}>
      {text.data !== undefined ? (
        <Text
          revision={text.data}
          marks={marks}
          chosenClaimId={shown === null ? null : `suggested ${shown.key}`}
          label={sourceName(source)}
          lang={source.language}
          apiRef={api}
        />
      ) : (
        <p className="pane-wait">{text.isError ? refusalOf(text.error).message : "Opening the text"}</p>
      )}
    </section>
  );
}

function markOf({ key, start, end }: SuggestedClaim): HighlightMark {
  return { id: `suggested:${key}`, claimId: `suggested ${key}`, tagId: "", start, end, stance: "suggest", label: "" };
}
