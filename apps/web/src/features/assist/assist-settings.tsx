import "./assist-settings.css";
import type { Role } from "@assay/domain";
import { can, lackingAbility } from "@assay/domain";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Checkbox, Segmented } from "../../components/choice.tsx";
import { Field, FormError, Input, focusInvalid } from "../../components/field.tsx";
import { Overtaken } from "../../components/overtaken.tsx";
import { useEdits } from "../../components/use-edits.ts";
import { api, queryClient, trpc } from "../../trpc.ts";
import { changeWorkspace } from "../people/workspace-mutation.ts";
import type { AssistSettings } from "./assist-types.ts";

/** Who reads the desk's cases for suggestions. The built-in reader does, until a lead decides otherwise. */
export function AssistSection({ workspaceId, role }: { workspaceId: string; role: Role }) {
  const mayManage = can(role, "manage_case");
  const { data } = useQuery({ ...trpc.assist.settings.queryOptions({ workspaceId }), enabled: mayManage });
  return (
    <section className="assist-settings" id="suggestions" aria-labelledby="suggestions-title">
      <h2 id="suggestions-title">Suggestions</h2>
      <p className="policy-lead">
        Cases are read for suggestions by the built-in reader: on the server itself, with nothing sent anywhere. A desk may
        have its cases read by a model of its own instead. Where that fails, the built-in reader takes over and says so.
      </p>
      {mayManage ? null : <p className="meta">{lackingAbility(role, "manage_case")}</p>}
      {data === undefined ? null : <SettingsForm workspaceId={workspaceId} held={data} />}
    </section>
  );
}

type Reader = AssistSettings["reader"];
type Chosen = Pick<AssistSettings, "reader" | "baseUrl" | "model" | "folder">;

const chosenOf = ({ reader, baseUrl, model, folder }: AssistSettings): Chosen => ({ reader, baseUrl, model, folder });

const FIELDS: Record<keyof Chosen, string> = { reader: "Who reads", baseUrl: "Address", model: "Model", folder: "Folder" };
const NAMES: Record<Reader, string> = { "built-in": "Built-in", endpoint: "A model by its address", local: "A model on the server" };

function SettingsForm({ workspaceId, held }: { workspaceId: string; held: AssistSettings }) {
  const { shown, isEdited, overtaken, edit, clear } = useEdits(chosenOf(held));
  const [key, setKey] = useState("");
  const [forget, setForget] = useState(false);
  const [agreed, setAgreed] = useState(false);
  const [refused, setRefused] = useState<{ text: string; field: unknown } | null>(null);
  const [saving, setSaving] = useState(false);
  const { reader, baseUrl, model, folder } = shown;
  const change = (patch: Partial<Chosen>) => {
    edit(patch);
    setRefused(null);
  };
  const isSame = !isEdited && key === "" && !forget;
  // Agreed to once for each address: the texts of every case go there.
  const isNew = reader === "endpoint" && (held.reader !== "endpoint" || held.baseUrl !== baseUrl);
  const leaves = reader === "endpoint" && !isThisMachine(baseUrl);
  const lacking = isSame
    ? "Nothing has changed."
    : leaves && isNew && !agreed
      ? "Say first that the texts may be sent there."
      : saving
        ? "It is being saved."
        : null;
  const save = async () => {
    if (lacking !== null) return;
    setSaving(true);
    const sent = await changeWorkspace(
      (mutationId) =>
        api.assist.setSettings.mutate({
          mutationId,
          workspaceId,
          baseVersion: held.version,
          reader,
          baseUrl: baseUrl.trim(),
          model: model.trim(),
          folder: folder.trim(),
          ...(forget ? { key: null } : key === "" ? {} : { key }),
        }),
      "The reader of suggestions is changed.",
    );
    setSaving(false);
    if (sent.ok) {
      queryClient.setQueryData(trpc.assist.settings.queryKey({ workspaceId }), sent.value);
      void queryClient.invalidateQueries({ queryKey: ["assist"] });
      clear();
      setKey("");
      setForget(false);
      setAgreed(false);
      return;
    }
    void queryClient.invalidateQueries({ queryKey: trpc.assist.settings.queryKey({ workspaceId }) });
    setRefused({ text: sent.refusal.message, field: sent.refusal.details.field });
    focusInvalid();
  };
  const errorOf = (name: string) => (refused?.field === name ? refused.text : null);
  return (
    <form
      className="assist-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Segmented
        label="Who reads"
        value={reader}
        options={(["built-in", "endpoint", "local"] as const).map((value) => ({
          value,
          label: NAMES[value],
          disabledReason:
            value === "local" && !held.allows.localModels && held.reader !== "local"
              ? "This server has no folder of models. Whoever runs it can name one."
              : null,
        }))}
        onChange={(next) => change({ reader: next })}
      />
      {reader === "endpoint" ? (
        <>
          <Field
            label="Address"
            error={errorOf("baseUrl")}
            hint={`Of a service that speaks the OpenAI protocol, as far as “/chat/completions”: https://models.example/v1. ${ALLOWED[held.allows.addresses]}`}
          >
            {(ids) => (
              <Input {...ids} inputMode="url" autoComplete="off" value={baseUrl} onChange={(event) => change({ baseUrl: event.target.value })} />
            )}
          </Field>
          <Field label="Model" error={errorOf("model")} hint="As the service names it.">
            {(ids) => <Input {...ids} autoComplete="off" value={model} onChange={(event) => change({ model: event.target.value })} />}
          </Field>
          <Field
            label="Key"
            error={errorOf("key") ?? (held.keyLost ? "The key that was kept can no longer be opened. Enter it again." : null)}
            hint={
              held.hasKey
                ? "A key is kept, encrypted, and never shown. Leave this empty to go on with it."
                : "Kept encrypted, and never shown again. Leave it empty where the service wants none."
            }
          >
            {(ids) => (
              <Input {...ids} type="password" autoComplete="new-password" value={key} disabled={forget} onChange={(event) => setKey(event.target.value)} />
            )}
          </Field>
          {held.hasKey ? (
            <Checkbox checked={forget} onChange={setForget}>
              Forget the key that is kept
            </Checkbox>
          ) : null}
          {leaves ? (
            <div className="assist-notice" role="note">
              <p>
                <b>Text leaves this machine.</b> The full text of every source, and every claim, of every case of this desk
                is sent to {hostOf(baseUrl)}. Think of embargoed and confidential sources before you save.
              </p>
              {isNew ? (
                <Checkbox checked={agreed} onChange={setAgreed}>
                  The texts of this desk may be sent there
                </Checkbox>
              ) : null}
            </div>
          ) : null}
        </>
      ) : null}
      {reader === "local" ? (
        <Field label="Folder" error={errorOf("folder")} hint="Name of the model’s folder within the server’s folder of models. Nothing leaves the machine.">
          {(ids) => <Input {...ids} autoComplete="off" value={folder} onChange={(event) => change({ folder: event.target.value })} />}
        </Field>
      ) : null}
      <Overtaken
        now={overtaken.map((field) => `${FIELDS[field]}: ${field === "reader" ? NAMES[held.reader] : held[field]}`)}
        onTakeTheirs={clear}
      />
      <FormError>{refused === null || typeof refused.field === "string" ? null : refused.text}</FormError>
      <div>
        <Button type="submit" variant="primary" disabledReason={lacking}>
          Save the reader
        </Button>
      </div>
    </form>
  );
}

const ALLOWED: Record<AssistSettings["allows"]["addresses"], string> = {
  public: "This server reaches public addresses only.",
  loopback: "This server also reaches services on its own machine.",
  private: "This server also reaches its own machine and its network.",
};

function hostOf(baseUrl: string): string {
  return URL.canParse(baseUrl) ? new URL(baseUrl).host : "that address";
}

function isThisMachine(baseUrl: string): boolean {
  return URL.canParse(baseUrl) && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(baseUrl).hostname);
}
