import type { BlockAudience, ReportDocument } from "@assay/domain";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { Segmented } from "../../components/choice.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { refusalOf } from "../../refusal.ts";
import { useCase } from "../case/use-case.ts";
import { previewDocument } from "./builder-api.ts";
import type { PreviewLook } from "./model/preview-page.ts";
import { countSheets, dressPage, putPage } from "./model/preview-page.ts";

const LOOKS = [
  { value: "page", label: "Page" },
  { value: "print", label: "Print" },
  { value: "phone", label: "Phone" },
] as const satisfies readonly { value: PreviewLook; label: string }[];
const AUDIENCES = [
  { value: "public", label: "Public" },
  { value: "internal", label: "Internal" },
] as const satisfies readonly { value: BlockAudience; label: string }[];

/** A word is typed in less: the preview follows the pause after it. */
const PAUSE_MS = 220;
/** The whole case is drawn anew each time: where that takes long, the preview waits as long for a pause, up to this. */
const LONGEST_PAUSE_MS = 3_000;

interface BuilderPreviewProps {
  document: ReportDocument;
  look: PreviewLook;
  audience: BlockAudience;
  onLook: (look: PreviewLook) => void;
  onAudience: (audience: BlockAudience) => void;
}

/** The exported page itself, following what is written. */
export function BuilderPreview({ document, look, audience, onLook, onAudience }: BuilderPreviewProps) {
  const { caseId, view } = useCase();
  const [busy, setBusy] = useState(false);
  const [took, setTook] = useState(0);
  const settled = useSettled(document, Math.min(LONGEST_PAUSE_MS, Math.max(PAUSE_MS, took)), busy);
  const hasFaces = useRef(false);
  const { data, error, isFetching } = useQuery({
    queryKey: ["report-preview", caseId, view.lastEvent, audience, settled],
    queryFn: async ({ signal }) => {
      const asked = performance.now();
      const answer = await previewDocument({ caseId, document: settled, audience, faces: !hasFaces.current }, signal);
      setTook(performance.now() - asked);
      hasFaces.current = true;
      return answer.html;
    },
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 30_000,
    retry: 1,
  });
  useEffect(() => setBusy(isFetching), [isFetching]);
  return (
    <section className="builder-preview" aria-label="Preview">
      <div className="builder-bar">
        <h2 className="h">Preview</h2>
        <span className="meta" role="status">
          {error !== null && data !== undefined ? "Not up to date: the desk does not answer." : ""}
        </span>
        <span className="grow" />
        <Segmented label="Preview for" value={audience} options={AUDIENCES} onChange={onAudience} />
        <Segmented label="Preview as" value={look} options={LOOKS} onChange={onLook} />
      </div>
      <div className={`builder-desk builder-desk-${look}`} aria-busy={isFetching}>
        {data === undefined ? (
          error === null ? (
            <div className="builder-sheet" />
          ) : (
            <EmptyState refused title="The preview could not be made">
              {refusalOf(error).message}
            </EmptyState>
          )
        ) : (
          <PreviewFrame html={data} look={look} />
        )}
      </div>
    </section>
  );
}

function PreviewFrame({ html, look }: { html: string; look: PreviewLook }) {
  const frame = useRef<HTMLIFrameElement>(null);
  // The first page is loaded, faces and all; those after it are laid into it.
  const [first] = useState(html);
  const [loaded, setLoaded] = useState(false);
  const [sheets, setSheets] = useState(0);
  const shown = useRef(first);
  useEffect(() => {
    const page = frame.current?.contentDocument;
    if (!loaded || page == null) return;
    if (shown.current !== html) putPage(page, html);
    shown.current = html;
    dressPage(page, look, frame.current?.clientWidth ?? 0);
    setSheets(look === "print" ? countSheets(page) : 0);
  }, [html, look, loaded]);
  return (
    <>
      <iframe
        ref={frame}
        className="builder-sheet"
        title="Preview of the report"
        // No script runs in it. Same origin, so that this page can lay the newer one into it.
        sandbox="allow-same-origin"
        srcDoc={first}
        onLoad={() => setLoaded(true)}
      />
      {sheets === 0 ? null : (
        <p className="builder-sheets micro">{sheets === 1 ? "1 sheet" : `${sheets} sheets`} of A4</p>
      )}
    </>
  );
}

/** The value after a pause. While a page of a large case is still being made, no other is asked for. */
function useSettled<T>(value: T, ms: number, busy: boolean): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    if (busy) return;
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms, busy]);
  return settled;
}
