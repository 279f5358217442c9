import "./policy.css";
import type { Policy } from "@assay/domain";
import { lackingAbility } from "@assay/domain";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { FormError } from "../../components/field.tsx";
import { api, trpc } from "../../trpc.ts";
import { useCase } from "../case/use-case.ts";
import { useCaseMutation } from "../case/use-case-mutation.ts";
import { useDocumentTitle } from "../shell/use-document-title.ts";
import { POLICY_FIELDS, tagsNotice } from "./model/policy-words.ts";
import { PolicyList } from "./policy-page.tsx";
import { PolicySelect } from "./policy-select.tsx";

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
        <CasePolicyForm key={view.version} desk={desk.policy} />
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
  const [own, setOwn] = useState<Partial<Policy>>(view.ownPolicy);
  const [refused, setRefused] = useState<string | null>(null);
  const same = POLICY_FIELDS.every(({ key }) => own[key] === view.ownPolicy[key]);
  const save = async () => {
    const sent = await run(
      "Change the policy of this case",
      (mutationId) =>
        api.case.setPolicy.mutate({ mutationId, caseId, baseVersion: latest().version, ownPolicy: own }),
      { done: "The policy of this case is changed.", quiet: true },
    );
    setRefused(sent.ok ? null : sent.refusal.message);
  };
  const set = (key: keyof Policy, value: Policy[keyof Policy] | undefined) => {
    const { [key]: _, ...rest } = own;
    setOwn(value === undefined ? rest : { ...rest, [key]: value });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!same) void save();
      }}
    >
      {POLICY_FIELDS.map((field) => (
        <PolicySelect
          key={field.key}
          field={field}
          value={own[field.key]}
          desk={desk}
          onChange={(value) => set(field.key, value)}
        />
      ))}
      <p className="policy-notice" role="status">
        {tagsNotice(view.policy.requiredTags, own.requiredTags ?? desk.requiredTags)}
      </p>
      <FormError>{refused}</FormError>
      <Button type="submit" variant="primary" disabledReason={same ? "Nothing has changed." : null}>
        Save the policy
      </Button>
    </form>
  );
}
