import { proseUrl } from "@assay/domain";
import { useState } from "react";
import { useSlateStatic } from "slate-react";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Field, Input } from "../../components/field.tsx";
import { linkAt, setLink } from "./model/block-edits.ts";

const NO_ADDRESS = "This is no web or mail address. Begin it with https:// or mailto:.";

export function LinkDialog({ onClose }: { onClose: () => void }) {
  const editor = useSlateStatic();
  const [known] = useState(() => linkAt(editor));
  const [typed, setTyped] = useState(known ?? "");
  const [error, setError] = useState<string | null>(null);
  const save = () => {
    const url = proseUrl(typed);
    if (url === null) return setError(NO_ADDRESS);
    setLink(editor, url);
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Link"
      footer={
        <>
          {known === null ? null : (
            <Button
              variant="quiet"
              onClick={() => {
                setLink(editor, null);
                onClose();
              }}
            >
              Take the link away
            </Button>
          )}
          <Button variant="primary" onClick={save}>
            {known === null ? "Link" : "Change"}
          </Button>
        </>
      }
    >
      <Field label="Address" error={error}>
        {(ids) => (
          <Input
            {...ids}
            autoFocus
            inputMode="url"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => (event.key === "Enter" ? save() : undefined)}
          />
        )}
      </Field>
    </Dialog>
  );
}
