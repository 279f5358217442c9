/** Work that may wait until the page has nothing better to do, but not for long; asked for twice, it is done once. */
export interface IdleWork {
  ask(): void;
  isAsked(): boolean;
  cancel(): void;
}

const LATEST_MS = 300;

export function whenIdle(work: () => void): IdleWork {
  let stop: (() => void) | null = null;
  const run = (): void => {
    stop = null;
    work();
  };
  return {
    ask: () => {
      if (stop !== null) return;
      // Safari has no idle time of its own.
      if (typeof requestIdleCallback === "function") {
        const handle = requestIdleCallback(run, { timeout: LATEST_MS });
        stop = () => cancelIdleCallback(handle);
      } else {
        const handle = setTimeout(run, LATEST_MS / 3);
        stop = () => clearTimeout(handle);
      }
    },
    isAsked: () => stop !== null,
    cancel: () => {
      stop?.();
      stop = null;
    },
  };
}
