import { CONFIDENCES } from "@assay/domain";
import type { TagView } from "@assay/domain";
import { Checkbox } from "../../../components/choice.tsx";
import { useBenchParts } from "../state/bench-context.tsx";
import { cellName } from "../state/tag-writes.ts";

/** `attributed` and confidence. A missing tag is never attributed (S4). */
export function TagMarks({ tag }: { tag: TagView }) {
  const { tags, latest } = useBenchParts();
  const name = cellName(latest(), tag);
  return (
    <div className="insp-opts">
      {tag.stance === "missing" ? null : (
        <Checkbox
          checked={tag.attributed}
          onChange={(attributed) =>
            void tags.edit(tag, `Attributed, ${name}`, (content) => content && { ...content, attributed })
          }
        >
          <span title="The source only reports somebody else saying so.">Attributed</span>
        </Checkbox>
      )}
      <label className="insp-conf">
        Confidence
        <select
          value={tag.confidence ?? ""}
          onChange={(event) => {
            const confidence = CONFIDENCES.find((one) => one === event.target.value) ?? null;
            void tags.edit(tag, `Confidence, ${name}`, (content) => content && { ...content, confidence });
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
