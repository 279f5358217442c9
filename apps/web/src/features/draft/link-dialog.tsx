import { isWebAddress, linkAt, setLink } from "@assay/editor";
import type { DraftEditor } from "@assay/editor/react";
import { useState } from "react";
import type { FormEvent } from "react";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Field, Input } from "../../components/field.tsx";

/** The address of the selected words, or of the link under the caret. */
export function LinkDialog({ editor, onClose }: { editor: DraftEditor; onClose: () => void }) {
  const [known] = useState(() => linkAt(editor));
  const [address, setAddress] = useState(known ?? "");
  const [error, setError] = useState<string | null>(null);
  const [isNowhere] = useState(() => known === null && isCollapsed(editor));
  const store = (event: FormEvent) => {
    event.preventDefault();
    const whole = /^[a-z][a-z0-9+.-]*:/i.test(address.trim()) ? address.trim() : `https://${address.trim()}`;
    if (isNowhere) return setError("Select the words that are to lead there first.");
    if (address.trim() === "" || !isWebAddress(whole)) return setError("This is not a web address. It starts with https:// or http://.");
    setLink(editor, whole);
    onClose();
  };
  return (
    <Dialog open onOpenChange={onClose} title="Link">
      <form className="draft-link" onSubmit={store}>
        <Field label="Web address" error={error}>
          {(ids) => <Input {...ids} value={address} inputMode="url" onChange={(event) => setAddress(event.target.value)} />}
        </Field>
        <p className="draft-linkfoot">
          {known === null ? null : (
            <Button
              onClick={() => {
                setLink(editor, null);
                onClose();
              }}
            >
              Take the link away
            </Button>
          )}
          <span className="grow" />
          <Button variant="primary" type="submit">
            Link
          </Button>
        </p>
      </form>
    </Dialog>
  );
}

function isCollapsed({ selection }: DraftEditor): boolean {
  if (selection === null) return true;
  const { anchor, focus } = selection;
  return anchor.offset === focus.offset && anchor.path.join() === focus.path.join();
}
