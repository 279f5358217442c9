import { signUp } from "../../support/api.ts";
import type { Api } from "../../support/api.ts";
import { apiOf } from "./case-maker.ts";
import { somebody } from "./people.ts";
import type { Person } from "./people.ts";

/** An annotator of the demo desk, whose name is nobody else's, whatever ran before. */
export async function join(name: string): Promise<{ person: Person; api: Api; workspaceId: string }> {
  const letters = Array.from(crypto.randomUUID().slice(0, 4), (digit) => "abcdefghijklmnop".charAt(Number.parseInt(digit, 16)));
  const person = somebody(`${name} ${letters.join("")}`);
  const api = await signUp(process.env.ASSAY_URL ?? "", person);
  const wren = await apiOf("wren");
  const workspaceId = (await wren.me.get.query()).workspaces[0]?.id ?? "";
  const once = () => ({ mutationId: crypto.randomUUID() });
  const { token } = await wren.workspace.invite.mutate({ ...once(), workspaceId, role: "annotator" });
  await api.invitation.accept.mutate({ ...once(), token });
  return { person, api, workspaceId };
}
