import type { Database } from "@assay/db";
import type { PresenceView, Role } from "@assay/domain";
import { readLive } from "../services/read-live.ts";
import type { LiveAnswer } from "../services/read-live.ts";
import type { Sight } from "../services/see-change.ts";
import { FrameRing } from "./frame-ring.ts";

/** Whoever hears from a feed. */
export interface Listener {
  readonly userId: string;
  /** Still a member, as this; null: no longer one. */
  setRole(role: Role | null): void;
  /** There may be something to take. */
  wake(): void;
}

export interface FeedOptions {
  db: Database;
  caseId: string;
  onFailure(error: unknown): void;
}

const ENTRIES_AT_ONCE = 200;
const RETRY_MS = 500;
/** Presence is told whole, so the more people there are the less often. */
const PRESENCE_GAP_MS = 200;
const PRESENCE_GAP_PER_PERSON_MS = 20;

/** One reader for all streams that a process has on a case: each entry is loaded and written out as JSON once. */
export class CaseFeed {
  readonly db: Database;
  readonly caseId: string;
  readonly #onFailure: (error: unknown) => void;
  readonly #listeners = new Set<Listener>();
  #ring: FrameRing | null = null;
  #sight: Sight | null = null;
  #people = "";
  #presence = { version: 0, json: writePresence([]), people: [] as PresenceView[], at: 0 };
  #reading: Promise<void> | null = null;
  #isDirty = false;
  #timer: NodeJS.Timeout | undefined;
  #presenceTimer: NodeJS.Timeout | undefined;

  constructor({ db, caseId, onFailure }: FeedOptions) {
    this.db = db;
    this.caseId = caseId;
    this.#onFailure = onFailure;
  }

  /** What has been read; there is something from the moment on that `refresh` first came back. */
  get ring(): FrameRing {
    if (this.#ring === null) throw new Error("The feed was used before it was read");
    return this.#ring;
  }

  get sight(): Sight {
    if (this.#sight === null) throw new Error("The feed was used before it was read");
    return this.#sight;
  }

  /** A stamp of the workspace's members: changes when any of them does. */
  get people(): string {
    return this.#people;
  }

  get presence(): { version: number; json: string; people: PresenceView[] } {
    return this.#presence;
  }

  get isEmpty(): boolean {
    return this.#listeners.size === 0;
  }

  add(listener: Listener): void {
    this.#listeners.add(listener);
  }

  remove(listener: Listener): void {
    this.#listeners.delete(listener);
    if (!this.isEmpty) return;
    clearTimeout(this.#timer);
    clearTimeout(this.#presenceTimer);
  }

  /** Reads what is new, soon; however often this is called meanwhile, once. */
  wake = (): void => {
    this.refresh().catch((error: unknown) => {
      this.#onFailure(error);
      clearTimeout(this.#timer);
      if (!this.isEmpty) this.#timer = setTimeout(this.wake, RETRY_MS).unref();
    });
  };

  /** Resolves when everything that was committed before the call has been read. */
  refresh(): Promise<void> {
    this.#isDirty = true;
    return (this.#reading ??= this.#readAll().finally(() => (this.#reading = null)));
  }

  #ringAll(): void {
    for (const listener of this.#listeners) listener.wake();
  }

  async #readAll(): Promise<void> {
    while (this.#isDirty) {
      this.#isDirty = false;
      const asked = [...this.#listeners];
      if (asked.length === 0) return;
      const viewers = [...new Set(asked.map(({ userId }) => userId))];
      const after = this.#ring?.head ?? null;
      const answer = await readLive(this.db, { caseId: this.caseId, viewers, after, most: ENTRIES_AT_ONCE });
      for (const listener of asked) listener.setRole(answer?.roles[listener.userId] ?? null);
      if (answer !== null && this.#take(answer)) this.#isDirty = true;
      this.#ringAll();
    }
  }

  /** Says whether there is more to read. */
  #take(answer: LiveAnswer): boolean {
    this.#sight = answer.sight;
    this.#people = answer.people;
    this.#showPresence(answer.presences);
    this.#ring ??= new FrameRing(answer.head);
    this.#ring.add(answer.entries);
    return this.#ring.head < answer.head;
  }

  #showPresence(people: PresenceView[]): void {
    clearTimeout(this.#presenceTimer);
    const json = writePresence(people);
    if (json === this.#presence.json) return;
    const { version, at } = this.#presence;
    const gap = Math.max(PRESENCE_GAP_MS, people.length * PRESENCE_GAP_PER_PERSON_MS);
    const show = () => {
      this.#presence = { version: version + 1, json, people, at: performance.now() };
      this.#ringAll();
    };
    const wait = at + gap - performance.now();
    if (wait <= 0) show();
    else this.#presenceTimer = setTimeout(show, wait).unref();
  }
}

function writePresence(people: PresenceView[]): string {
  return JSON.stringify({ type: "presence", people });
}
