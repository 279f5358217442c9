import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Field, FormError, Input, Select } from "../../components/field.tsx";
import { api } from "../../trpc.ts";
import { useCase } from "../case/use-case.ts";
import { useCaseMutation } from "../case/use-case-mutation.ts";

interface ShareFormProps {
  /** Numbers, oldest first. */
  releases: number[];
  onClose: () => void;
  onMade: (path: string) => void;
}

const DAYS = [7, 30, 90, 365].map((days) => ({ value: String(days), label: `${days} days` }));

export function ShareForm({ releases, onClose, onMade }: ShareFormProps) {
  const { caseId } = useCase();
  const { run } = useCaseMutation();
  const [number, setNumber] = useState(String(releases.at(-1) ?? 1));
  const [label, setLabel] = useState("");
  const [days, setDays] = useState("30");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const make = async () => {
    setBusy(true);
    const made = await run(
      "Make a link",
      (mutationId) =>
        api.share.create.mutate({ mutationId, caseId, number: Number(number), label, days: Number(days) }),
      { quiet: true },
    );
    setBusy(false);
    if (made.ok) onMade(made.change.path);
    else setProblem(made.refusal.message);
  };
  return (
    <form
      className="share-form"
      aria-label="New link"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void make();
      }}
    >
      <Field label="For whom" hint="Only for your own list.">
        {(ids) => (
          <Input {...ids} autoFocus maxLength={200} value={label} onChange={(event) => setLabel(event.target.value)} />
        )}
      </Field>
      <Field label="Release">
        {(ids) => (
          <Select
            {...ids}
            value={number}
            options={releases.toReversed().map((one) => ({ value: String(one), label: `Release ${one}` }))}
            onChange={setNumber}
          />
        )}
      </Field>
      <Field label="Lasts">{(ids) => <Select {...ids} value={days} options={DAYS} onChange={setDays} />}</Field>
      <p className="release-actions">
        <Button type="submit" variant="primary">
          Make the link
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </p>
      <FormError>{problem}</FormError>
    </form>
  );
}
