import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { AccountForm } from "../account/account-form.tsx";
import { refreshMe, useMe } from "../account/me.ts";
import { Field, focusInvalid, Input } from "../../components/field.tsx";
import { api, newId } from "../../trpc.ts";
import { refusalOf } from "../../refusal.ts";
import { PlainPage } from "../shell/plain-page.tsx";

/** The first thing after a sign-up without an invitation; also opens a further desk later on. */
export function FirstWorkspacePage() {
  const { workspaces } = useMe();
  const navigate = useNavigate();
  const [ids] = useState(() => ({ mutationId: newId(), id: newId() }));
  const [name, setName] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [lacking, setLacking] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const create = async () => {
    setProblem(null);
    setLacking(name.trim() === "" ? "Give the desk a name." : null);
    if (name.trim() === "") return focusInvalid();
    setBusy(true);
    try {
      const { id } = await api.workspace.create.mutate({ ...ids, name: name.trim() });
      await refreshMe();
      await navigate({ to: "/w/$workspaceId", params: { workspaceId: id } });
    } catch (error) {
      setProblem(refusalOf(error).message);
    }
    setBusy(false);
  };
  return (
    <PlainPage title="New desk">
      <h1>{workspaces.length === 0 ? "Open your desk" : "Open another desk"}</h1>
      <p className="plainpage-lead">
        A desk is the people who check together, and their cases. To join one that exists, use its invitation link.
      </p>
      <AccountForm problem={problem} busy={busy} submit="Open the desk" onSubmit={() => void create()}>
        <Field label="Name of the desk" error={lacking}>
          {(field) => (
            <Input
              {...field}
              autoFocus
              value={name}
              placeholder="Harbour desk"
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
      </AccountForm>
    </PlainPage>
  );
}
