import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { EXIT, Failure } from "./failure.ts";

/** Where the server is and how to prove who asks. The only reader of the environment in the command. */
export interface Settings {
  url: string;
  token: string | null;
  /** Where a token from `assay sign-in` is kept. */
  tokenFile: string;
}

const DEFAULT_URL = "http://127.0.0.1:4310";

/** The project's folder: the nearest one above this file whose package.json is Assay's. */
function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const manifest = join(folder, "package.json");
    if (existsSync(manifest) && (JSON.parse(readFileSync(manifest, "utf8")) as { name?: string }).name === "assay") return folder;
    const parent = dirname(folder);
    if (parent === folder) return process.cwd();
    folder = parent;
  }
}

function lineOf(file: string): string | null {
  try {
    return readFileSync(file, "utf8").trim() || null;
  } catch {
    return null;
  }
}

/** An address without http:// is read as another kind of address by some, and as none by others. */
function addressOf(given: string): string {
  const isAddress = /^https?:\/\//.test(given) && URL.canParse(given);
  if (!isAddress) throw new Failure(`"${given}" is no address of a server. It is one such as ${DEFAULT_URL}`, EXIT.usage);
  return given;
}

/**
 * In order: the option or variable; what `assay sign-in` kept; what a server on this machine wrote to its data folder
 * (`url`, and `token` readable by its user alone).
 */
export function readSettings(options: { server?: string | undefined; data?: string | undefined }): Settings {
  const data = resolve(options.data ?? process.env.ASSAY_DATA ?? join(projectRoot(), "data"));
  const config = process.env.XDG_CONFIG_HOME ?? join(process.env.HOME ?? process.env.USERPROFILE ?? ".", ".config");
  const local = lineOf(join(data, "url"));
  const given = (options.server ?? process.env.ASSAY_URL ?? local ?? DEFAULT_URL).replace(/\/+$/, "");
  const url = addressOf(given);
  const tokenFile = join(config, "assay", `token-${new URL(url).host.replaceAll(":", "-")}`);
  const isLocal = url === (local ?? DEFAULT_URL);
  const token = process.env.ASSAY_TOKEN ?? lineOf(tokenFile) ?? (isLocal ? lineOf(join(data, "token")) : null);
  return { url, token, tokenFile };
}
