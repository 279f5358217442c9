import type { ReportDocument, StoredDocumentView } from "@assay/domain";
import { canonicalJson } from "@assay/domain";
import type { RefusalInfo } from "../../../refusal.ts";

/** What is written and not known to be stored, with the version it was written over. */
export interface KeptDocument {
  baseVersion: number;
  document: ReportDocument;
  /** What went to the desk and had no answer yet. */
  sent?: SentDocument | null;
}

interface SentDocument {
  mutationId: string;
  document: ReportDocument;
}

export type SaveState =
  | { is: "saved"; at: Date | null }
  | { is: "waiting" }
  | { is: "saving" }
  /** No answer: it is kept on this device and tried again. */
  | { is: "offline" }
  | { is: "conflict"; current: StoredDocumentView }
  | { is: "refused"; reason: string };

interface SaverPorts {
  send: (save: { mutationId: string; baseVersion: number; document: ReportDocument }) => Promise<{ version: number }>;
  refusalOf: (error: unknown) => RefusalInfo;
  keep: (kept: KeptDocument | null) => void;
  newId: () => string;
  onState: (state: SaveState) => void;
  now: () => Date;
  /** Injected, so that tests wait for nothing. */
  later: (run: () => void, ms: number) => () => void;
}

/** Long enough to finish a sentence; while somebody writes on and on, at most so long. */
const IDLE_MS = 1_200;
const MOST_MS = 8_000;
const RETRY_MS = 3_000;

/**
 * Stores a document as it is being written: one save at a time, each over the version that the last one made. Whatever
 * goes wrong, the words stay on the device until the desk has them.
 */
export class DocumentSaver {
  readonly #ports: SaverPorts;
  #version: number;
  #document: ReportDocument;
  /** As the desk has it. */
  #stored: string;
  #sent: SentDocument | null = null;
  #saving = false;
  #blocked = false;
  #since: number | null = null;
  #cancel: () => void = () => undefined;
  #savedAt: Date | null = null;

  constructor(stored: Pick<KeptDocument, "baseVersion" | "document">, kept: KeptDocument | null, ports: SaverPorts) {
    this.#ports = ports;
    this.#version = stored.baseVersion;
    this.#document = stored.document;
    this.#stored = canonicalJson(stored.document);
    if (kept === null) return;
    this.#version = kept.baseVersion;
    this.#sent = kept.sent ?? null;
    this.change(kept.document);
  }

  get version(): number {
    return this.#version;
  }

  get isClean(): boolean {
    return this.#sent === null && canonicalJson(this.#document) === this.#stored;
  }

  change(document: ReportDocument): void {
    this.#document = document;
    if (this.isClean && !this.#saving) {
      this.#cancel();
      this.#since = null;
      this.#ports.keep(null);
      this.#ports.onState({ is: "saved", at: this.#savedAt });
      return;
    }
    this.#keep();
    if (this.#blocked) return;
    const now = this.#ports.now().getTime();
    this.#since ??= now;
    this.#plan(Math.max(0, Math.min(IDLE_MS, this.#since + MOST_MS - now)));
    if (!this.#saving) this.#ports.onState({ is: "waiting" });
  }

  /** Without waiting any longer: the page is being left, or the network is back. */
  flush(): void {
    if (!this.isClean && !this.#blocked) void this.#save();
  }

  /** Somebody else's words are taken: they are what is written over next. */
  take({ version, document }: StoredDocumentView): void {
    this.#version = version;
    this.#document = document;
    this.#stored = canonicalJson(document);
    this.#sent = null;
    this.#blocked = false;
    this.#since = null;
    this.#cancel();
    this.#ports.keep(null);
    this.#ports.onState({ is: "saved", at: this.#savedAt });
  }

  /** One's own words are to stand, over somebody else's. */
  insist({ version, document }: StoredDocumentView): void {
    this.#version = version;
    this.#stored = canonicalJson(document);
    this.#blocked = false;
    this.#sent = null;
    void this.#save();
  }

  stop(): void {
    this.flush();
    this.#cancel();
  }

  #plan(ms: number): void {
    this.#cancel();
    this.#cancel = this.#ports.later(() => void this.#save(), ms);
  }

  #keep(): void {
    this.#ports.keep({ baseVersion: this.#version, document: this.#document, sent: this.#sent });
  }

  async #save(): Promise<void> {
    if (this.#saving || this.#blocked || this.isClean) return;
    this.#cancel();
    this.#saving = true;
    this.#since = null;
    // What may have arrived without an answer goes again first, as it was and with its id (E4): else what was written
    // since would be in conflict with it, and its author with nobody else.
    this.#sent ??= { mutationId: this.#ports.newId(), document: this.#document };
    this.#keep();
    const { mutationId, document } = this.#sent;
    const written = canonicalJson(document);
    this.#ports.onState({ is: "saving" });
    try {
      const { version } = await this.#ports.send({ mutationId, baseVersion: this.#version, document });
      this.#took(version, written);
    } catch (error) {
      this.#failed(this.#ports.refusalOf(error), written);
    } finally {
      this.#saving = false;
    }
    if (!this.#blocked && !this.isClean) this.change(this.#document);
  }

  #took(version: number, written: string): void {
    this.#version = version;
    this.#stored = written;
    this.#sent = null;
    this.#savedAt = this.#ports.now();
    if (!this.isClean) return;
    this.#ports.keep(null);
    this.#ports.onState({ is: "saved", at: this.#savedAt });
  }

  #failed({ code, message, details }: RefusalInfo, written: string): void {
    const current = details["current"] as StoredDocumentView | undefined;
    if (code === "CONFLICT" && current !== undefined) {
      // An earlier save of these very words had arrived, and its answer had not.
      if (canonicalJson(current.document) === written) return this.#took(current.version, written);
      this.#blocked = true;
      this.#ports.onState({ is: "conflict", current });
    } else if (code === "NETWORK" || code === "UNAUTHENTICATED") {
      this.#blocked = true;
      this.#ports.onState({ is: "offline" });
      this.#cancel = this.#ports.later(() => this.retry(), RETRY_MS);
    } else {
      this.#sent = null;
      this.#blocked = true;
      this.#ports.onState({ is: "refused", reason: message });
      // The next change may mend it.
      this.#cancel = () => undefined;
      queueMicrotask(() => (this.#blocked = false));
    }
  }

  /** After no answer. */
  retry(): void {
    this.#blocked = false;
    this.flush();
  }
}
