import type { useInspection } from "./use-inspection.ts";
import { Info, TriangleAlert } from "lucide-react";
import { Button } from "../../components/button.tsx";
import { Checkbox } from "../../components/choice.tsx";
import { refusalOf } from "../../refusal.ts";
import { counted } from "./source-words.ts";
import { TextPreview } from "./text-preview.tsx";

interface InspectionPanelProps {
  inspection: ReturnType<typeof useInspection>;
  allowDuplicate: boolean;
  onAllowDuplicate: (allow: boolean) => void;
  onOpenExisting: (sourceId: string) => void;
  /** One that was taken out, with all that was said of it. */
  onPutBack: (sourceId: string) => void;
}

/** What was read, before anything is stored: size, notes, a duplicate, the beginning of the text. */
export function InspectionPanel({
  inspection,
  allowDuplicate,
  onAllowDuplicate,
  onOpenExisting,
  onPutBack,
}: InspectionPanelProps) {
  const { data, isFetching, error } = inspection;
  if (error !== null && !isFetching) return <Problem>{refusalOf(error).message}</Problem>;
  if (data === undefined) {
    return (
      <p className="inspection-wait meta" role="status">
        {isFetching ? "Reading the text" : ""}
      </p>
    );
  }
  if (!data.ok) return <Problem>{data.reason}</Problem>;
  const { existing } = data;
  return (
    <section className="inspection" aria-label="What was read">
      <p className="meta" role="status">
        {counted(data.length, "character")} in {counted(data.blocks, "block")}, read as{" "}
        {data.encoding === null ? data.format : `${data.format}, ${data.encoding.toUpperCase()}`}
        {" · "}
        <span className="mono" title={`sha256 ${data.sha256}`}>
          {data.sha256.slice(0, 8)}
        </span>
      </p>
      {data.notes.map((note) => (
        <p key={note} className="inspection-note">
          <Info className="icon" aria-hidden />
          <span>{note}</span>
        </p>
      ))}
      {existing === null ? null : (
        <div className="inspection-same" role="alert">
          <p>
            {existing.removed
              ? `This very text was taken out of the case: source ${existing.number}, ${existing.name}.`
              : `This very text is in the case already: source ${existing.number}, ${existing.name}.`}
          </p>
          <div className="inspection-choices">
            {existing.removed ? (
              <Button onClick={() => onPutBack(existing.sourceId)}>Put source {existing.number} back</Button>
            ) : (
              <Button onClick={() => onOpenExisting(existing.sourceId)}>Open source {existing.number}</Button>
            )}
            <Checkbox checked={allowDuplicate} onChange={onAllowDuplicate}>
              Add it anyway
            </Checkbox>
          </div>
        </div>
      )}
      <TextPreview text={data.preview} more={data.length > data.preview.length} />
    </section>
  );
}

function Problem({ children }: { children: string }) {
  return (
    <p className="field-error" role="alert">
      <TriangleAlert className="icon" aria-hidden />
      <span>{children}</span>
    </p>
  );
}
