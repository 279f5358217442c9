import { setTimeout as sleep } from "node:timers/promises";
import type { LiveMessage } from "@assay/domain";
import type { App, Person } from "../context.ts";
import { appRouter } from "../routers/app-router.ts";
import { createCallerFactory } from "../trpc.ts";

export interface HeardMessage {
  /** The number of the last event that its receiver then knows. */
  id: number;
  message: LiveMessage;
}

/** Listens to a case's stream without HTTP; what was said waits until it is taken. */
export class LiveEar {
  readonly #heard: HeardMessage[] = [];
  readonly #hang = new AbortController();
  #over: Promise<void> = Promise.resolve();
  #failure: unknown = null;
  #look: () => void = () => undefined;

  static async open(app: App, person: Person, caseId: string, lastEvent: number): Promise<LiveEar> {
    const ear = new LiveEar();
    const caller = createCallerFactory(appRouter)({ app, person }, { signal: ear.#hang.signal });
    const stream = await caller.live.case({ caseId, lastEventId: String(lastEvent) });
    const pump = async () => {
      for await (const tracked of stream) {
        // The type is that of what comes out at the other end of HTTP.
        const [id, message] = tracked as unknown as [string, LiveMessage];
        ear.#heard.push({ id: Number(id), message });
        ear.#look();
      }
    };
    ear.#over = pump().catch((error: unknown) => void (ear.#failure = error));
    return ear;
  }

  take(most: number): HeardMessage[] {
    if (this.#failure !== null) throw this.#failure;
    return this.#heard.splice(0, most);
  }

  /** Waits for more, but not longer than this. */
  async more(patienceMs: number): Promise<void> {
    if (this.#heard.length > 0) return;
    const some = new Promise<void>((resolve) => (this.#look = resolve));
    await Promise.race([some, this.#over, sleep(patienceMs)]);
  }

  async close(): Promise<void> {
    this.#hang.abort();
    await this.#over;
  }
}
