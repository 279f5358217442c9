import type { RatingEntry, RatingScale } from "@assay/domain";
import { checkRatingScale } from "@assay/domain";
import { ArrowDown, ArrowUp, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button, IconButton } from "../../components/button.tsx";
import { Field, FormError, Input } from "../../components/field.tsx";
import { Overtaken } from "../../components/overtaken.tsx";
import { useEdits } from "../../components/use-edits.ts";
import { api, newId, queryClient, trpc } from "../../trpc.ts";
import { changeWorkspace } from "../people/workspace-mutation.ts";

interface ScaleFormProps {
  workspaceId: string;
  scale: RatingScale;
}

const NEW_COLOUR = "#5b5344";

/** From the lowest to the highest; an entry keeps its id while it is renamed and moved. */
export function ScaleForm({ workspaceId, scale }: ScaleFormProps) {
  const { shown, isEdited, overtaken, edit, clear } = useEdits({ name: scale.name, entries: scale.entries });
  const { name, entries } = shown;
  const setEntries = (next: RatingEntry[]) => edit({ entries: next });
  const list = useRef<HTMLOListElement>(null);
  const goTo = useRef<number | null>(null);
  useEffect(() => {
    if (goTo.current === null) return;
    list.current?.children[goTo.current]?.querySelector<HTMLElement>(".input")?.focus();
    goTo.current = null;
  });
  const add = () => {
    setEntries([...entries, { id: newId(), label: "", colour: NEW_COLOUR, definition: "" }]);
    goTo.current = entries.length;
  };
  const take = (place: number) => {
    setEntries(entries.toSpliced(place, 1));
    // The focus went with its row: on to the one that follows, or the last.
    goTo.current = Math.min(place, entries.length - 2);
  };
  const [refused, setRefused] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const checked = checkRatingScale({ name, entries });
  const lacking = !isEdited ? "Nothing has changed." : checked.ok ? null : checked.reason;
  const change = (place: number, patch: Partial<RatingEntry>) =>
    setEntries(entries.map((entry, index) => (index === place ? { ...entry, ...patch } : entry)));
  const move = (place: number, by: number) => {
    const entry = entries[place];
    if (entry === undefined || place + by < 0 || place + by >= entries.length) return;
    setEntries(entries.toSpliced(place, 1).toSpliced(place + by, 0, entry));
  };
  const save = async () => {
    setSaving(true);
    const said = { workspaceId, baseVersion: scale.version, name, entries };
    const sent = await changeWorkspace(
      (mutationId) => api.rating.setScale.mutate({ mutationId, ...said }),
      "The scale is changed.",
    );
    await queryClient.invalidateQueries({ queryKey: trpc.rating.scale.queryKey({ workspaceId }) });
    setSaving(false);
    setRefused(sent.ok ? null : sent.refusal.message);
    if (sent.ok) clear();
  };
  return (
    <form
      aria-label="Rating scale"
      onSubmit={(event) => {
        event.preventDefault();
        if (lacking === null && !saving) void save();
      }}
    >
      <Field label="Name of the scale">
        {(ids) => <Input {...ids} value={name} maxLength={100} onChange={(event) => edit({ name: event.target.value })} />}
      </Field>
      <ol className="scale-entries" ref={list}>
        {entries.map((entry, place) => (
          <li key={entry.id}>
            <input
              type="color"
              aria-label={`Colour of ${entry.label || `entry ${place + 1}`}`}
              value={entry.colour}
              onChange={(event) => change(place, { colour: event.target.value })}
            />
            <Input
              aria-label={`Name of entry ${place + 1}`}
              value={entry.label}
              maxLength={60}
              onChange={(event) => change(place, { label: event.target.value })}
            />
            <Input
              className="scale-definition"
              aria-label={`Definition of ${entry.label || `entry ${place + 1}`}`}
              placeholder="What it means"
              value={entry.definition}
              maxLength={1_000}
              onChange={(event) => change(place, { definition: event.target.value })}
            />
            <span className="scale-moves">
              <IconButton
                label={`Move ${entry.label} down the scale`}
                aria-disabled={place === 0}
                onClick={() => move(place, -1)}
              >
                <ArrowUp className="icon" aria-hidden />
              </IconButton>
              <IconButton
                label={`Move ${entry.label} up the scale`}
                aria-disabled={place === entries.length - 1}
                onClick={() => move(place, 1)}
              >
                <ArrowDown className="icon" aria-hidden />
              </IconButton>
              <IconButton
                label={`Take ${entry.label || `entry ${place + 1}`} out of the scale`}
                onClick={() => take(place)}
              >
                <X className="icon" aria-hidden />
              </IconButton>
            </span>
          </li>
        ))}
      </ol>
      <p className="scale-more">
        <Button onClick={add}>Add an entry</Button>
      </p>
      <Overtaken now={overtaken.map((field) => scaleInWords(field, scale))} onTakeTheirs={clear} />
      <FormError>{refused}</FormError>
      <Button type="submit" variant="primary" disabledReason={lacking}>
        Save the scale
      </Button>
    </form>
  );
}

function scaleInWords(field: "name" | "entries", { name, entries }: RatingScale): string {
  return field === "name" ? `Name of the scale: ${name}` : `Entries: ${entries.map(({ label }) => label).join(", ")}`;
}
