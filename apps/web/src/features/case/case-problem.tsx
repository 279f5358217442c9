import { Link } from "@tanstack/react-router";
import { Button } from "../../components/button.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { refusalOf } from "../../refusal.ts";
import { PlainPage } from "../shell/plain-page.tsx";

/** A case that cannot be shown. A foreign case and one that never was look the same (P1). */
export function CaseProblem({ error, retry }: { error: unknown; retry: () => void }) {
  const refusal = refusalOf(error);
  const absent = refusal.code === "NOT_FOUND" || refusal.code === "INVALID";
  return (
    <PlainPage title={absent ? "No such case" : "The case did not load"}>
      <h1 className="vh">{absent ? "No such case" : "The case did not load"}</h1>
      <EmptyState
        refused
        title={absent ? "There is no such case" : "The case did not load"}
        action={
          absent ? (
            <Link to="/" className="link">
              To your cases
            </Link>
          ) : (
            <Button onClick={retry}>Try again</Button>
          )
        }
      >
        {absent
          ? "It does not exist, or it belongs to a desk that is not yours. Ask whoever sent you the link to invite you."
          : refusal.message}
      </EmptyState>
    </PlainPage>
  );
}
