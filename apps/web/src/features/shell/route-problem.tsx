import type { ErrorComponentProps } from "@tanstack/react-router";
import { useRouter } from "@tanstack/react-router";
import { Button } from "../../components/button.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { refusalOf } from "../../refusal.ts";
import { PlainPage } from "./plain-page.tsx";

/** The last resort of every route. A page whose file went with a new version of the program needs a reload. */
export function RouteProblem({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const outdated = /dynamically imported module|Importing a module script failed/i.test(
    error instanceof Error ? error.message : String(error),
  );
  const again = () => {
    if (outdated) window.location.reload();
    else void router.invalidate().then(reset);
  };
  return (
    <PlainPage title="This page did not load">
      <h1 className="vh">This page did not load</h1>
      <EmptyState
        refused
        title="This page did not load"
        action={<Button onClick={again}>{outdated ? "Load the page again" : "Try again"}</Button>}
      >
        {outdated
          ? "Assay was updated while this page was open, or the desk cannot be reached."
          : refusalOf(error).message}
      </EmptyState>
    </PlainPage>
  );
}

export function RoutePending() {
  return (
    <p className="vh" role="status">
      Loading
    </p>
  );
}
