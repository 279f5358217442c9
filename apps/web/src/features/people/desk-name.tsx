import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Field, Input } from "../../components/field.tsx";
import { api } from "../../trpc.ts";
import type { Workspace } from "./workspace-mutation.ts";
import { changeWorkspace } from "./workspace-mutation.ts";

export function DeskName({ workspace }: { workspace: Workspace }) {
  const [name, setName] = useState(workspace.name);
  const same = name.trim() === workspace.name;
  const save = () =>
    changeWorkspace(
      (mutationId) =>
        api.workspace.rename.mutate({
          mutationId,
          workspaceId: workspace.id,
          baseVersion: workspace.version,
          name: name.trim(),
        }),
      "The desk has its new name.",
    );
  return (
    <section className="people-section" aria-labelledby="people-desk">
      <h2 id="people-desk">Desk</h2>
      <form
        className="people-invite"
        onSubmit={(event) => {
          event.preventDefault();
          if (!same && name.trim() !== "") void save();
        }}
      >
        <Field label="Name" error={name.trim() === "" ? "Give the desk a name." : null}>
          {(ids) => <Input {...ids} value={name} onChange={(event) => setName(event.target.value)} />}
        </Field>
        <Button type="submit" disabledReason={same ? "The name has not changed." : null}>
          Rename
        </Button>
      </form>
    </section>
  );
}
