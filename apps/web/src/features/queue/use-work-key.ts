import { useNavigate } from "@tanstack/react-router";
import { useKeys } from "../../components/keys.ts";

/** The one key that leads to my work from every page of a desk. */
export function useWorkKey(workspaceId: string): void {
  const navigate = useNavigate();
  useKeys("Desk", [
    {
      key: "q",
      label: "My work, in all cases",
      run: () => void navigate({ to: "/w/$workspaceId/work", params: { workspaceId } }),
    },
  ]);
}
