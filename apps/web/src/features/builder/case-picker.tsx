import type { CaseView, TemplateBlock } from "@assay/domain";
import { claimLabel, isBlindTo, quoted, sourceName } from "@assay/domain";
import { useId, useMemo, useState } from "react";
import { Dialog } from "../../components/dialog.tsx";
import { Input } from "../../components/field.tsx";
import { Stance } from "../../components/stance.tsx";
import { VerdictMark } from "../../components/verdict-mark.tsx";
import { useCase } from "../case/use-case.ts";

export type Picked = Extract<TemplateBlock, { type: "claim" | "evidence" }>;

interface CasePickerProps {
  of: "claim" | "evidence";
  onPick: (block: Picked) => void;
  onClose: () => void;
}

interface Choice {
  key: string;
  block: Picked;
  words: string;
  row: React.ReactNode;
}

const MOST_SHOWN = 200;

/** Search and choose one claim or one passage of the case; by keys alone, or by pressing it. */
export function CasePicker({ of, onPick, onClose }: CasePickerProps) {
  const id = useId();
  const { view, verdicts } = useCase();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const all = useMemo(
    () => (of === "claim" ? claimChoices(view, verdicts) : passageChoices(view)),
    [of, view, verdicts],
  );
  const words = typed.toLocaleLowerCase("en").split(/\s+/).filter((word) => word !== "");
  const found = all.filter((one) => words.every((word) => one.words.includes(word)));
  const shown = found.slice(0, MOST_SHOWN);
  const active = Math.min(at, Math.max(0, shown.length - 1));
  const step = (by: number) => setAt((active + by + shown.length) % Math.max(1, shown.length));
  const onKeyDown = (event: React.KeyboardEvent) => {
    const chosen = shown[active];
    if (event.key === "ArrowDown") step(1);
    else if (event.key === "ArrowUp") step(-1);
    else if (event.key === "Enter" && chosen !== undefined) onPick(chosen.block);
    else return;
    event.preventDefault();
  };
  const what = of === "claim" ? "claim" : "passage";
  return (
    <Dialog open onOpenChange={onClose} title={of === "claim" ? "Insert a claim card" : "Quote a passage"}>
      <Input
        autoFocus
        role="combobox"
        aria-label={`Search ${what}s`}
        aria-expanded
        aria-controls={id}
        aria-activedescendant={shown.length === 0 ? undefined : `${id}-${active}`}
        placeholder={of === "claim" ? "C5, or words of a claim" : "Words of a passage, a source, a claim"}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={id} role="listbox" aria-label={`${what}s`} className="builder-picks">
        {shown.map((one, index) => (
          <li
            key={one.key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            ref={index === active ? intoView : undefined}
            className="builder-pick"
            onClick={() => onPick(one.block)}
          >
            {one.row}
          </li>
        ))}
      </ul>
      <p className="meta" role="status">
        {emptyWords(all.length, found.length, of)}
        {found.length > MOST_SHOWN ? `${found.length} fit. Type more words to see the others.` : ""}
      </p>
    </Dialog>
  );
}

function intoView(row: HTMLLIElement | null): void {
  row?.scrollIntoView({ block: "nearest" });
}

function emptyWords(all: number, found: number, of: "claim" | "evidence"): string {
  if (found > 0) return "";
  if (all > 0) return "Nothing fits these words.";
  return of === "claim"
    ? "The case has no claim yet. Mark one in the workbench."
    : "There is no passage to quote yet. Tag a cell with evidence in the workbench.";
}

function claimChoices(view: CaseView, verdicts: ReturnType<typeof useCase>["verdicts"]): Choice[] {
  return view.claims.flatMap((claim) => {
    const verdict = verdicts.get(claim.id);
    if (claim.withdrawn || verdict === undefined) return [];
    const label = claimLabel(claim);
    return {
      key: claim.id,
      block: { type: "claim", claimId: claim.id, detail: "full", audience: "public" },
      words: `${label} ${claim.text}`.toLocaleLowerCase("en"),
      row: (
        <>
          <b>{label}</b> <span className="builder-said">{claim.text}</span>
          <VerdictMark kind={verdict.override?.verdict ?? verdict.kind} />
        </>
      ),
    };
  });
}

/** Passages of cells that are open (B1): a blind cell's may not be quoted, one's own neither. */
function passageChoices(view: CaseView): Choice[] {
  const claims = new Map(view.claims.map((claim) => [claim.id, claim]));
  const sources = new Map(view.sources.map((source) => [source.id, source]));
  return view.tags.flatMap((tag): Choice[] => {
    const { claimId, sourceId, stance } = tag;
    const [claim, source] = [claims.get(claimId), sources.get(sourceId)];
    if (claim === undefined || source === undefined || claim.withdrawn || tag.state === "withdrawn") return [];
    if (isBlindTo(view, { claimId, sourceId })) return [];
    return tag.evidence.map((passage) => ({
      key: `${tag.id} ${passage.id}`,
      block: { type: "evidence", claimId, sourceId, evidenceId: passage.id, audience: "public" },
      words: `${claimLabel(claim)} ${sourceName(source)} ${passage.exact} ${claim.text}`.toLocaleLowerCase("en"),
      row: (
        <>
          <b>{claimLabel(claim)}</b> <Stance stance={stance} /> <span className="micro">{sourceName(source)}</span>
          <span className="builder-said">{quoted(passage.exact)}</span>
        </>
      ),
    }));
  });
}
