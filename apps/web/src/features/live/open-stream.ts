import type { LiveMessage } from "@assay/domain";

export interface StreamHandlers {
  onStarted: () => void;
  onMessage: (message: LiveMessage) => void;
  /** Over, for now: the connection broke, or the server closed it. */
  onEnd: () => void;
}

interface StreamOptions {
  /** Opens one connection that tells what comes after event `upTo`; returns how to close it. */
  connect: (upTo: number, handlers: StreamHandlers) => () => void;
  /** Where to resume: read anew for each connection (E3). */
  upTo: () => number;
  onMessage: (message: LiveMessage) => void;
  onOpen: (open: boolean) => void;
  /** Between 0 and 1: pages that lost the same server must not come back in one instant. */
  random?: () => number;
}

export interface OpenStream {
  /** The next attempt starts at once: the network is back. */
  hurry: () => void;
  close: () => void;
}

/** A connection that held for so long was a good one; the next break starts from the shortest wait. */
const GOOD_AFTER_MS = 5_000;

/** Keeps one connection to a case open, and opens the next when it breaks, a little later each time. */
export function openStream({ connect, upTo, onMessage, onOpen, random = Math.random }: StreamOptions): OpenStream {
  let attempt = 0;
  let failures = 0;
  let open = false;
  let hang: (() => void) | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let good: ReturnType<typeof setTimeout> | undefined;

  const setOpen = (next: boolean) => {
    if (open === next) return;
    open = next;
    onOpen(next);
  };
  const end = () => {
    attempt += 1;
    clearTimeout(timer);
    clearTimeout(good);
    timer = undefined;
    const close = hang;
    hang = null;
    close?.();
  };
  const again = (afterMs: number) => {
    end();
    setOpen(false);
    timer = setTimeout(start, afterMs);
  };

  function start(): void {
    end();
    const mine = attempt;
    // A connection that was given up may still have something to say; it is told again by the next one.
    const ifMine = (then: () => void) => (attempt === mine ? then() : undefined);
    hang = connect(upTo(), {
      onStarted: () =>
        ifMine(() => {
          setOpen(true);
          good = setTimeout(() => (failures = 0), GOOD_AFTER_MS);
        }),
      onMessage: (message) =>
        ifMine(() => {
          if (message.type === "closing") again(message.retryMs * (0.75 + random() / 2));
          else onMessage(message);
        }),
      onEnd: () => ifMine(() => again(waitFor((failures += 1), random()))),
    });
  }

  start();
  return {
    hurry: () => {
      if (timer !== undefined) start();
    },
    close: () => {
      end();
      setOpen(false);
    },
  };
}

/** A quarter of a second, doubled with each failure up to eight seconds, give or take a quarter. */
function waitFor(failures: number, random: number): number {
  return Math.min(8_000, 250 * 2 ** (failures - 1)) * (0.75 + random / 2);
}
