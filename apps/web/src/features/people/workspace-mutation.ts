import type { AppRouter } from "@assay/server";
import type { inferRouterOutputs } from "@trpc/server";
import { notify } from "../../components/toast.tsx";
import type { RefusalInfo } from "../../refusal.ts";
import { newId, queryClient, trpc } from "../../trpc.ts";
import { refusalOf } from "../../refusal.ts";
import { refreshMe } from "../account/me.ts";

export type Workspace = inferRouterOutputs<AppRouter>["workspace"]["get"];

/** Sends one change of the desk, and answers once the desk has been read anew. A refusal is shown and comes back. */
export async function changeWorkspace<Value>(
  send: (mutationId: string) => Promise<Value>,
  done: string | null,
): Promise<{ ok: true; value: Value } | { ok: false; refusal: RefusalInfo }> {
  try {
    const value = await send(newId());
    if (done !== null) notify({ text: done });
    return { ok: true, value };
  } catch (error) {
    const refusal = refusalOf(error);
    notify({ text: refusal.message, tone: "refusal" });
    return { ok: false, refusal };
  } finally {
    // Names and roles are part of it.
    void refreshMe();
    await queryClient.invalidateQueries({ queryKey: trpc.workspace.get.queryKey() });
  }
}
