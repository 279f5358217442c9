import type { BlockAudience } from "@assay/domain";
import { Link } from "@tanstack/react-router";
import { Segmented } from "../../components/choice.tsx";
import { useCase } from "../case/use-case.ts";

interface BuiltFieldProps {
  built: BlockAudience | null;
  onChange: (built: BlockAudience | null) => void;
}

/** Files in the plain order, or as the desk built its report: for readers, or with what is internal. */
export function BuiltField({ built, onChange }: BuiltFieldProps) {
  const { caseId } = useCase();
  return (
    <fieldset className="report-set">
      <legend className="h">Order</legend>
      <Segmented<BlockAudience | "plain">
        label="Order of the report"
        value={built ?? "plain"}
        onChange={(next) => onChange(next === "plain" ? null : next)}
        options={[
          { value: "plain", label: "Plain" },
          { value: "public", label: "As built" },
          { value: "internal", label: "With internal" },
        ]}
      />
      {built === null ? null : (
        <p className="meta">
          With its own title and order, as{" "}
          <Link className="link" to="/c/$caseId/report/build" params={{ caseId }}>
            built
          </Link>
          {built === "public" ? "; without what is internal." : ". Internal parts are marked: not for publication."}
        </p>
      )}
    </fieldset>
  );
}
