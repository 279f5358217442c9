import { CONFIDENCES } from "@assay/domain";
import type { TagView } from "@assay/domain";
import { Checkbox } from "../../../components/choice.tsx";
import { useBenchParts } from "../state/bench-context.tsx";
import { usePending } from "../state/use-pending.ts";
import { cellName } from "../state/tag-writes.ts";

/** `attributed` and confidence. A missing tag is never attributed (S4). */
export function TagMarks({ tag }: { tag: TagView }) {
  const { tags, latest } = useBenchParts();
  const name = cellName(latest(), tag);
  const [attributed, pressAttributed] = usePending(tag.attributed);
  const [confidence, pressConfidence] = usePending(tag.confidence);
  return (
    <div className="insp-opts">
      {tag.stance === "missing" ? null : (
        <Checkbox
          checked={attributed}
          onChange={(next) =>
            pressAttributed(
              next,
              tags.edit(tag, `Attributed, ${name}`, (content) => content && { ...content, attributed: next }),
            )
          }
        >
          <span title="The source only reports somebody else saying so.">Attributed</span>
        </Checkbox>
      )}
      <label className="insp-conf">
        Confidence
        <select
          value={confidence ?? ""}
          onChange={(event) => {
            const next = CONFIDENCES.find((one) => one === event.target.value) ?? null;
            pressConfidence(
              next,
              tags.edit(tag, `Confidence, ${name}`, (content) => content && { ...content, confidence: next }),
            );
          }}
        >
          <option value="">not stated</option>
          {CONFIDENCES.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
    </div>
  );
}
