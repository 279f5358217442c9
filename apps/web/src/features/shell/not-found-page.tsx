import { Link } from "@tanstack/react-router";
import { EmptyState } from "../../components/empty-state.tsx";
import { PlainPage } from "./plain-page.tsx";

export function NotFoundPage() {
  return (
    <PlainPage title="No such page">
      <h1 className="vh">No such page</h1>
      <EmptyState
        refused
        title="There is no page at this address"
        action={
          <Link to="/" className="link">
            To your cases
          </Link>
        }
      >
        The link may have been cut short when it was copied.
      </EmptyState>
    </PlainPage>
  );
}
