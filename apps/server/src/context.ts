import type { Database, Scope } from "@assay/db";
import type { Role } from "@assay/domain";
import type { Logger } from "pino";
import type { AssistReader } from "./assist/assist-reader.ts";
import type { ModelAddresses } from "./assist/model-addresses.ts";
import type { Auth } from "./auth.ts";
import type { Metrics } from "./http/metrics.ts";
import type { LiveHub } from "./live/live-hub.ts";
import type { TextCache } from "./text-cache.ts";
import type { Upload } from "./reading/unpack-body.ts";

export interface Person {
  id: string;
  name: string;
  email: string;
}

/** A sign-in that is printed and offered on the sign-in page. Exists only in the embedded demo. */
export interface DemoAccount {
  name: string;
  role: Role;
  email: string;
  password: string;
}

export interface ModelRules {
  addresses: ModelAddresses;
  /** In which models lie, each in a folder of its own. */
  folder: string | null;
}

/** What a running server consists of; made once at boot and handed to every request. */
export interface App {
  db: Database;
  auth: Auth;
  /** Signs invitation links. */
  secret: string;
  registration: "open" | "closed";
  demo: { accounts: DemoAccount[] } | null;
  /** Notifications can go out by mail. */
  canMail: boolean;
  version: string;
  /** Texts of revisions that tags were saved on lately. */
  texts: TextCache;
  /** Streams of what happens in cases, to those who have them open. */
  live: LiveHub;
  /** Reads cases for suggestions, beside everything else. */
  assist: AssistReader;
  /** Which models of their own desks may use, as whoever runs the server decides. */
  models: ModelRules;
  log: Logger;
  metrics: Metrics;
  now(): Date;
}

/** Contents of large sources, taken out of a request's body before the API reads it; each is taken once. */
export type Uploads = Map<string, Upload>;

export interface Context {
  app: App;
  person: Person | null;
  /** Of the sign-in that the request came with; what the server does by itself has none. */
  sessionId?: string | undefined;
  uploads?: Uploads | undefined;
}

/** A signed-in person's request, as services take it. */
export interface PersonContext {
  app: App;
  person: Person;
  sessionId?: string | undefined;
  uploads?: Uploads | undefined;
}

/** A request inside a workspace that the person is a member of. */
export interface WorkspaceContext extends PersonContext {
  scope: Scope;
  role: Role;
}

/** A request inside one case of such a workspace. */
export interface CaseContext extends WorkspaceContext {
  caseId: string;
}
