import { Button } from "../../components/button.tsx";
import { Field, Input } from "../../components/field.tsx";
import { Overtaken } from "../../components/overtaken.tsx";
import { useEdits } from "../../components/use-edits.ts";
import { api } from "../../trpc.ts";
import type { Workspace } from "./workspace-mutation.ts";
import { changeWorkspace } from "./workspace-mutation.ts";

export function DeskName({ workspace }: { workspace: Workspace }) {
  const { shown, overtaken, edit, clear } = useEdits({ name: workspace.name });
  const { name } = shown;
  const same = name.trim() === workspace.name;
  const save = async () => {
    const sent = await changeWorkspace(
      (mutationId) =>
        api.workspace.rename.mutate({
          mutationId,
          workspaceId: workspace.id,
          baseVersion: workspace.version,
          name: name.trim(),
        }),
      "The desk has its new name.",
    );
    if (sent.ok) clear();
  };
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
          {(ids) => <Input {...ids} value={name} onChange={(event) => edit({ name: event.target.value })} />}
        </Field>
        <Button type="submit" disabledReason={same ? "The name has not changed." : null}>
          Rename
        </Button>
      </form>
      <Overtaken now={overtaken.length === 0 ? [] : [workspace.name]} onTakeTheirs={clear} />
    </section>
  );
}
