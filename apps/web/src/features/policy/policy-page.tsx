import "./policy.css";
import type { Policy } from "@assay/domain";
import { can, lackingAbility } from "@assay/domain";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { FormError } from "../../components/field.tsx";
import { Overtaken } from "../../components/overtaken.tsx";
import { useEdits } from "../../components/use-edits.ts";
import { api, trpc } from "../../trpc.ts";
import type { Workspace } from "../people/workspace-mutation.ts";
import { changeWorkspace } from "../people/workspace-mutation.ts";
import { AssistSection } from "../assist/assist-settings.tsx";
import { ScaleSection } from "../rating/scale-section.tsx";
import { useDocumentTitle } from "../shell/use-document-title.ts";
import { fieldsInWords, POLICY_FIELDS, policyWords, tagsNotice } from "./model/policy-words.ts";
import { PolicySelect } from "./policy-select.tsx";

/** The rules of the desk. Cases can decide for themselves; see CasePolicyPage. */
export function PolicyPage() {
  const { workspaceId } = useParams({ from: "/w/$workspaceId" });
  const { data } = useQuery(trpc.workspace.get.queryOptions({ workspaceId }));
  useDocumentTitle(`Policy, ${data?.name ?? ""}`);
  if (data === undefined) return null;
  return (
    <div className="policy">
      <h1>Policy</h1>
      <p className="policy-lead">
        What holds in every case of {data.name}, unless a case decides otherwise. Each change is recorded in the log of
        every case it reaches.
      </p>
      {can(data.role, "manage_case") ? (
        <PolicyForm workspace={data} />
      ) : (
        <>
          <PolicyList policy={data.policy} />
          <p className="meta">{lackingAbility(data.role, "manage_case")}</p>
        </>
      )}
      <ScaleSection workspaceId={workspaceId} role={data.role} />
      <AssistSection workspaceId={workspaceId} role={data.role} />
    </div>
  );
}

function PolicyForm({ workspace }: { workspace: Workspace }) {
  const { shown: policy, isEdited, overtaken, edit, clear } = useEdits(workspace.policy);
  const [refused, setRefused] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const save = async () => {
    setSaving(true);
    const { id: workspaceId, version: baseVersion } = workspace;
    const sent = await changeWorkspace(
      (mutationId) => api.workspace.setPolicy.mutate({ mutationId, workspaceId, baseVersion, policy }),
      "The policy is changed.",
    );
    setSaving(false);
    setRefused(sent.ok ? null : sent.refusal.message);
    if (sent.ok) clear();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isEdited && !saving) void save();
      }}
    >
      {POLICY_FIELDS.map((field) => (
        <PolicySelect
          key={field.key}
          field={field}
          value={policy[field.key]}
          onChange={(value) => edit({ [field.key]: value })}
        />
      ))}
      <p className="policy-notice" role="status">
        {tagsNotice(workspace.policy.requiredTags, policy.requiredTags)}
      </p>
      <Overtaken now={fieldsInWords(overtaken, workspace.policy)} onTakeTheirs={clear} />
      <FormError>{refused}</FormError>
      <Button type="submit" variant="primary" disabledReason={isEdited ? null : "Nothing has changed."}>
        Save the policy
      </Button>
    </form>
  );
}

export function PolicyList({ policy }: { policy: Policy }) {
  return (
    <dl className="policy-list">
      {POLICY_FIELDS.map((field) => (
        <div key={field.key}>
          <dt>{field.label}</dt>
          <dd>{policyWords(policy, field)}</dd>
        </div>
      ))}
    </dl>
  );
}
