import { setTimeout as sleep } from "node:timers/promises";
import { launchPostgres } from "./launch-postgres.ts";
import type { LaunchOptions, RunningPostgres } from "./launch-postgres.ts";

export interface KeepOptions extends LaunchOptions {
  /** Told when it cannot be brought back: from then on there is no database. */
  onLost(error: unknown): void;
}

/** One that ends so soon after its start will not do better the next time. */
const HEALTHY_MS = 5_000;
const ATTEMPTS = 3;
const PORT_TRIES = 5;
const PORT_PATIENCE_MS = 1_000;

/**
 * A Postgres of this process's own that is started again, at the same address, when it ends without having been asked
 * to: somebody killed it, or the system did when memory was short. What was committed is there again (see
 * `launchPostgres`); those who are connected have to connect anew.
 */
export async function keepPostgres({ onLost, ...options }: KeepOptions): Promise<RunningPostgres> {
  const { log = () => undefined } = options;
  let running = await launchPostgres(options);
  const { url, port } = running;
  let isStopping = false;
  let restarting: Promise<void> = Promise.resolve();

  function watch(attempt: number): void {
    const since = Date.now();
    void running.ended.then(() => {
      if (!isStopping) restarting = restart(Date.now() - since < HEALTHY_MS ? attempt + 1 : 1);
    });
  }

  async function restart(attempt: number): Promise<void> {
    try {
      // Lets go of the folder; nothing runs there any more.
      await running.stop();
      if (isStopping) return;
      if (attempt > ATTEMPTS) throw new Error("The database ends again and again by itself.");
      log("Starting the database again");
      await launchAt(port);
      watch(attempt);
    } catch (error) {
      if (!isStopping) onLost(error);
    }
  }

  /** Whoever took the port meanwhile may be gone in a moment: a connection of some other program's, for one. */
  async function launchAt(wanted: number): Promise<void> {
    for (let left = PORT_TRIES; ; left--) {
      running = await launchPostgres({ ...options, port: wanted });
      if (running.port === wanted) return;
      await running.stop();
      if (left === 0) throw new Error(`Another program took the database's port ${wanted}.`);
      await sleep(PORT_PATIENCE_MS);
    }
  }

  watch(1);
  return {
    url,
    port,
    get pid() {
      return running.pid;
    },
    get ended() {
      return running.ended;
    },
    async stop() {
      isStopping = true;
      await restarting;
      await running.stop();
    },
  };
}
