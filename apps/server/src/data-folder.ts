import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Names in the data folder. The command line reads `token` and `url`. */
const SECRET = "secret";
const TOKEN = "token";
const URL_FILE = "url";
const DEMO = "demo";

/** The folder in which an embedded server keeps what is its own. */
export interface DataFolder {
  /** Where Postgres lives. */
  postgres: string;
  /** Made once; sessions and invitation links outlive a restart with it. */
  secret(): string;
  readToken(): string | null;
  writeToken(token: string): void;
  writeUrl(url: string): void;
  /** Where its server is, or was last. */
  readUrl(): string | null;
  /** A load of the demo was cut short and has to go on. */
  isDemoBegun(): boolean;
  markDemo(how: "begun" | "loaded"): void;
}

export function openDataFolder(path: string): DataFolder {
  mkdirSync(path, { recursive: true });
  const at = (name: string) => join(path, name);
  return {
    postgres: at("postgres"),
    secret() {
      const known = readLine(at(SECRET));
      if (known !== null) return known;
      const made = randomBytes(32).toString("base64url");
      writeOwn(at(SECRET), made);
      return made;
    },
    readToken: () => readLine(at(TOKEN)),
    writeToken: (token) => writeOwn(at(TOKEN), token),
    writeUrl: (url) => writeFileSync(at(URL_FILE), `${url}\n`),
    readUrl: () => readLine(at(URL_FILE)),
    isDemoBegun: () => readLine(at(DEMO)) === "begun",
    markDemo: (how) => writeFileSync(at(DEMO), `${how}\n`),
  };
}

function readLine(file: string): string | null {
  try {
    return readFileSync(file, "utf8").trim() || null;
  } catch {
    return null;
  }
}

/** Readable by its user alone, also where the file was there before with other rights. */
function writeOwn(file: string, line: string): void {
  writeFileSync(file, `${line}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
}
