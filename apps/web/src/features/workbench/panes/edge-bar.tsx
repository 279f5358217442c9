import "./edge-bar.css";
import { claimLabel } from "@assay/domain";
import type { EdgeShift } from "@assay/editor";
import { ArrowLeft, ArrowRight } from "lucide-react";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import { Button, IconButton } from "../../../components/button.tsx";
import { Segmented } from "../../../components/choice.tsx";
import { useKeys } from "../../../components/keys.ts";
import { useCase, useSourceText } from "../../case/use-case.ts";
import { samePlace } from "../model/tag-edits.ts";
import { useBench, useBenchParts } from "../state/bench-context.tsx";
import type { EdgeEdit } from "../model/edge-edit.ts";
import { endEdges, moveEdge, moveWaiting, saveEdges, takeSelection } from "./edge-actions.ts";

export function EdgeBar() {
  const edges = useBench((state) => state.edges);
  return edges === null ? null : <Bar key={`${edges.claimId} ${edges.sourceId}`} edges={edges} />;
}

type Unit = EdgeShift["unit"];

const STEPS = [
  { edge: "start", direction: "backward", label: "Start earlier", kbd: "shift+ArrowLeft" },
  { edge: "start", direction: "forward", label: "Start later", kbd: "shift+ArrowRight" },
  { edge: "end", direction: "backward", label: "End earlier", kbd: "ArrowLeft" },
  { edge: "end", direction: "forward", label: "End later", kbd: "ArrowRight" },
] as const;

/** At the foot of the sources while a passage's edges are moved: the words as they would be, and the keys to move them. */
function Bar({ edges }: { edges: EdgeEdit }) {
  const bench = useBenchParts();
  const { claimById, texts, myTag } = useCase();
  const text = useSourceText(edges.sourceId).data?.text;
  const selection = useBench((state) => state.selection);
  const [unit, setUnit] = useState<Unit>("word");
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => bar.current?.focus(), []);
  useEffect(() => takeSelection(bench), [bench, selection]);
  useLayoutEffect(() => moveWaiting(bench, texts), [bench, texts, text]);
  const claim = claimById(edges.claimId);
  const tag = myTag(edges.claimId, edges.sourceId);
  const words = text?.slice(edges.to.start, edges.to.end) ?? "";
  const save = () => saveEdges(bench, texts);
  const leave = () => endEdges(bench);
  const move = (shift: Omit<EdgeShift, "unit">, by = unit) => moveEdge(bench, texts, { ...shift, unit: by });
  // Also while the focus is in the text, where words can be selected anew.
  useKeys("Edges of the passage", [
    { key: "Enter", label: "Save the passage as it is now", run: save },
    { key: "Escape", label: "Leave the passage as it was", run: leave },
  ]);
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, shiftKey, altKey, target } = event;
    const onBar = target === bar.current;
    if (key === "Escape") leave();
    else if (key === "Enter" && onBar) save();
    else if ((key === "ArrowLeft" || key === "ArrowRight") && !(target instanceof HTMLInputElement)) {
      const direction = key === "ArrowRight" ? "forward" : "backward";
      move({ edge: shiftKey ? "start" : "end", direction }, altKey ? "character" : unit);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={bar}
      className="edges"
      role="toolbar"
      aria-label="Edges of the passage"
      aria-describedby="edges-help"
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <p className="edges-words" role="status">
        <b>{claim === undefined ? "" : claimLabel(claim)}</b>
        <span>{words}</span>
      </p>
      {STEPS.map(({ edge, direction, label, kbd }) => (
        <IconButton key={label} small label={label} kbd={kbd} onClick={() => move({ edge, direction })}>
          <span className={`edges-step edges-${edge}`}>
            {direction === "backward" ? <ArrowLeft className="icon" aria-hidden /> : <ArrowRight className="icon" aria-hidden />}
          </span>
        </IconButton>
      ))}
      <Segmented
        label="By"
        className="edges-unit"
        value={unit}
        options={[
          { value: "word", label: "by word" },
          { value: "character", label: "by letter" },
        ]}
        onChange={setUnit}
      />
      <span className="bench-grow" />
      <Button
        variant="primary"
        kbd="Enter"
        disabledReason={samePlace(edges.from, edges.to) ? "The edges stand where they stood." : null}
        onClick={save}
      >
        Save
      </Button>
      <Button kbd="Escape" onClick={leave}>
        Leave
      </Button>
      <p id="edges-help" className="edges-help">
        <span className="edges-keys">Arrow keys move the end, with Shift the start, with Alt by letters. </span>
        Words can also be selected anew.
        {tag?.state === "approved" ? ` A change makes your tag stale: the approval covers version ${tag.version} only.` : ""}
        {tag?.state === "submitted" ? " A change takes your tag back to a draft." : ""}
      </p>
    </div>
  );
}
