import "./policy.css";
import type { Policy } from "@assay/domain";
import { lackingAbility } from "@assay/domain";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { FormError } from "../../components/field.tsx";
import { Overtaken } from "../../components/overtaken.tsx";
import { useEdits } from "../../components/use-edits.ts";
import { api, trpc } from "../../trpc.ts";
import { useCase } from "../case/use-case.ts";
import { useCaseMutation } from "../case/use-case-mutation.ts";
import { useDocumentTitle } from "../shell/use-document-title.ts";
import { fieldsInWords, POLICY_FIELDS, tagsNotice } from "./model/policy-words.ts";
import { PolicyList } from "./policy-page.tsx";
import { PolicySelect } from "./policy-select.tsx";

/** A field that is not there is left to the desk. */
type OwnPolicy = { [Field in keyof Policy]?: Policy[Field] | undefined };

/** What this case decides for itself, over the policy of the desk. */
export function CasePolicyPage() {
  const { view, can, me } = useCase();
  const { data: desk } = useQuery(trpc.workspace.get.queryOptions({ workspaceId: view.workspaceId }));
  useDocumentTitle(`Policy, ${view.title}`);
  return (
    <div className="policy">
      <h1>Policy of this case</h1>
      <p className="policy-lead">
        What is not decided here follows the{" "}
        <Link className="link" to="/w/$workspaceId/policy" params={{ workspaceId: view.workspaceId }}>
          policy of {view.workspaceName}
        </Link>
        .
      </p>
      {desk !== undefined && can("manage_case") ? (
        <CasePolicyForm desk={desk.policy} />
      ) : (
        <>
          <PolicyList policy={view.policy} />
          {can("manage_case") ? null : <p className="meta">{lackingAbility(me.role, "manage_case")}</p>}
        </>
      )}
    </div>
  );
}

function CasePolicyForm({ desk }: { desk: Policy }) {
  const { caseId, view, latest } = useCase();
  const { run } = useCaseMutation();
  const { shown: own, isEdited, overtaken, edit, clear } = useEdits<OwnPolicy>(view.ownPolicy);
  const [refused, setRefused] = useState<string | null>(null);
  const save = async () => {
    const sent = await run(
      "Change the policy of this case",
      (mutationId) =>
        api.case.setPolicy.mutate({ mutationId, caseId, baseVersion: latest().version, ownPolicy: own }),
      { done: "The policy of this case is changed.", quiet: true },
    );
    setRefused(sent.ok ? null : sent.refusal.message);
    if (sent.ok) clear();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isEdited) void save();
      }}
    >
      {POLICY_FIELDS.map((field) => (
        <PolicySelect
          key={field.key}
          field={field}
          value={own[field.key]}
          desk={desk}
          onChange={(value) => edit({ [field.key]: value })}
        />
      ))}
      <p className="policy-notice" role="status">
        {tagsNotice(view.policy.requiredTags, own.requiredTags ?? desk.requiredTags)}
      </p>
      <Overtaken now={fieldsInWords(overtaken, view.policy)} onTakeTheirs={clear} />
      <FormError>{refused}</FormError>
      <Button type="submit" variant="primary" disabledReason={isEdited ? null : "Nothing has changed."}>
        Save the policy
      </Button>
    </form>
  );
}
