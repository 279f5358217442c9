import { existsSync } from "node:fs";
import { join } from "node:path";
import { readScoped } from "@assay/db";
import { DomainError } from "@assay/domain";
import { checkBaseUrl, numbersOf, reachOf } from "../assist/model-addresses.ts";
import type { ModelAddresses } from "../assist/model-addresses.ts";
import type { ReaderKind } from "../assist/reader-kinds.ts";
import { openKey, sealKey } from "../assist/seal-key.ts";
import type { WorkspaceContext } from "../context.ts";
import { refusalError } from "../policies/refuse.ts";
import { inWorkspaceMutation } from "./in-workspace-mutation.ts";

export interface AssistSettingsView {
  /** 0 until somebody has set anything: the built-in reader alone. */
  version: number;
  reader: ReaderKind;
  /** Of an OpenAI-compatible service, as far as "/chat/completions". */
  baseUrl: string;
  model: string;
  /** Of the server's folder of models. */
  folder: string;
  /** A key is kept. It is never sent back. */
  hasKey: boolean;
  /** A key was kept, and cannot be opened since the server's secret changed: it has to be entered again. */
  keyLost: boolean;
  /** Texts and claims of every case are sent to another machine. */
  leavesMachine: boolean;
  /** What whoever runs the server allows. */
  allows: { addresses: ModelAddresses; localModels: boolean };
  updatedBy: string | null;
  updatedAt: string | null;
}

export interface SetAssistSettings {
  mutationId: string;
  baseVersion: number;
  reader: ReaderKind;
  baseUrl: string;
  model: string;
  folder: string;
  /** Left out: the one that is kept stays. Null: none is kept. */
  key?: string | null | undefined;
}

interface Stored {
  version: number;
  reader: string;
  baseUrl: string;
  model: string;
  folder: string;
  sealedKey: string | null;
  updatedBy: string;
  updatedAt: Date;
}

export async function getAssistSettings(ctx: WorkspaceContext): Promise<AssistSettingsView> {
  return viewOf(ctx, await storedSettings(ctx));
}

export function storedSettings(ctx: WorkspaceContext): Promise<Stored | null> {
  const { workspaceId } = ctx.scope;
  return readScoped(ctx.app.db, ctx.scope, (queries) => queries.assistSettings.findUnique({ where: { workspaceId } }));
}

const MOVED_ON = "Somebody else changed these settings in the meantime. Look at them again, then save yours.";
const SAME_KEY =
  "The address is another one. Enter the key again: the one that is kept was given for the old address.";

export function setAssistSettings(ctx: WorkspaceContext, input: SetAssistSettings): Promise<AssistSettingsView> {
  const { mutationId, baseVersion, reader, baseUrl, model, folder, key } = input;
  const { workspaceId, userId } = ctx.scope;
  const call = { procedure: "assist.setSettings", mutationId };
  return inWorkspaceMutation(ctx, call, async ({ tx, now }) => {
    const known = await tx.assistSettings.findUnique({ where: { workspaceId } });
    if ((known?.version ?? 0) !== baseVersion) {
      const { key: _, ...yours } = input;
      throw new DomainError("CONFLICT", MOVED_ON, { current: viewOf(ctx, known), yours, rule: "E5" });
    }
    checkReader(ctx, input);
    const isElsewhere = known !== null && originOf(known.baseUrl) !== originOf(baseUrl);
    if (key === undefined && isElsewhere && known.sealedKey !== null) {
      throw new DomainError("REFUSED", SAME_KEY, { rule: "key", field: "key" });
    }
    const kept = known?.sealedKey ?? null;
    const sealedKey = key === undefined ? kept : key === null ? null : sealKey(ctx.app.secret, workspaceId, key);
    const data = { reader, baseUrl, model, folder, sealedKey, updatedBy: userId, updatedAt: now };
    const stored = await tx.assistSettings.upsert({
      where: { workspaceId },
      create: { ...data, workspaceId },
      update: { ...data, version: baseVersion + 1 },
    });
    return viewOf(ctx, stored);
  });
}

function checkReader(ctx: WorkspaceContext, { reader, baseUrl, model, folder }: SetAssistSettings): void {
  const { addresses, folder: models } = ctx.app.models;
  // An address that is only kept for later is held to the same.
  if (baseUrl !== "" || reader === "endpoint") {
    const checked = checkBaseUrl(baseUrl, addresses);
    if (!checked.ok) throw refusalError(checked, { field: "baseUrl" });
  }
  if (reader === "endpoint" && model === "") {
    throw new DomainError("REFUSED", "Name the model, as its service names it.", { rule: "model", field: "model" });
  }
  if (reader !== "local") return;
  if (models === null) {
    const message = "This server has no folder of models. Whoever runs it can name one, by ASSAY_MODEL_FOLDER.";
    throw new DomainError("REFUSED", message, { rule: "folder", field: "folder" });
  }
  if (!existsSync(join(models, folder, "config.json"))) {
    const message = `There is no model “${folder}” in the server's folder of models: it would hold a config.json.`;
    throw new DomainError("REFUSED", message, { rule: "folder", field: "folder" });
  }
}

function originOf(baseUrl: string): string {
  return URL.canParse(baseUrl) ? new URL(baseUrl).origin : "";
}

export function leavesMachine({ reader, baseUrl }: Pick<Stored, "reader" | "baseUrl">): boolean {
  if (reader !== "endpoint" || !URL.canParse(baseUrl)) return false;
  const numbers = numbersOf(new URL(baseUrl));
  return numbers === null || reachOf(numbers) !== "loopback";
}

function viewOf(ctx: WorkspaceContext, stored: Stored | null): AssistSettingsView {
  const { app, scope } = ctx;
  const allows = { addresses: app.models.addresses, localModels: app.models.folder !== null };
  if (stored === null) {
    const none = { baseUrl: "", model: "", folder: "", hasKey: false, keyLost: false, leavesMachine: false };
    return { version: 0, reader: "built-in", ...none, allows, updatedBy: null, updatedAt: null };
  }
  const { version, reader, baseUrl, model, folder, sealedKey, updatedBy, updatedAt } = stored;
  const keyLost = sealedKey !== null && openKey(app.secret, scope.workspaceId, sealedKey) === null;
  return {
    version,
    reader: reader as ReaderKind,
    baseUrl,
    model,
    folder,
    hasKey: sealedKey !== null && !keyLost,
    keyLost,
    leavesMachine: leavesMachine(stored),
    allows,
    updatedBy,
    updatedAt: updatedAt.toISOString(),
  };
}
