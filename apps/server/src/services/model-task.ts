import type { CaseSuggestions } from "../assist/case-suggestions.ts";
import type { ReadingTask } from "../assist/reading-task.ts";
import { openKey } from "../assist/seal-key.ts";
import type { WorkspaceContext } from "../context.ts";
import { leavesMachine, storedSettings } from "./assist-settings.ts";

/** What of a desk's settings decides how its cases are read; a new version of them reads them anew. */
export interface ReaderSettings {
  version: number;
  reader: string;
  baseUrl: string;
  model: string;
  folder: string;
}

/** Who reads, for whoever looks at suggestions: they have a right to know that texts leave the machine. */
export function readerOf(settings: ReaderSettings | null): CaseSuggestions["reader"] {
  if (settings?.reader === "local") return { name: `the model ${settings.folder} on this server`, leavesMachine: false };
  if (settings?.reader !== "endpoint") return { name: "the built-in reader", leavesMachine: false };
  const host = URL.canParse(settings.baseUrl) ? new URL(settings.baseUrl).host : settings.baseUrl;
  return { name: `${settings.model} at ${host}`, leavesMachine: leavesMachine(settings) };
}

/** The key is opened only when the reading begins, and goes to the thread that reads and nowhere else. */
export async function modelTask(ctx: WorkspaceContext): Promise<Pick<ReadingTask, "model" | "notices">> {
  const settings = await storedSettings(ctx);
  const { addresses, folder: models } = ctx.app.models;
  if (settings === null || settings.reader === "built-in") return { model: null, notices: [] };
  const { baseUrl, model, folder, sealedKey } = settings;
  if (settings.reader === "local") {
    if (models === null) return { model: null, notices: [NO_FOLDER] };
    return { model: { kind: "local", models, folder }, notices: [] };
  }
  const key = sealedKey === null ? null : openKey(ctx.app.secret, ctx.scope.workspaceId, sealedKey);
  if (sealedKey !== null && key === null) return { model: null, notices: [KEY_LOST] };
  return { model: { kind: "endpoint", baseUrl, model, key, addresses }, notices: [] };
}

const NO_FOLDER = "This server has no folder of models any more, so the built-in reader read alone.";
const KEY_LOST =
  "The key of the desk's model cannot be opened any more, so the built-in reader read alone. A lead enters it again in the settings.";
