/** Something drawn over the text. `measure` only reads layout, `commit` only writes: all read before any writes. */
export interface FrameTask {
  measure(): void;
  commit(): void;
}

const waiting = new Set<FrameQueue>();
let handle: number | null = null;
let isSoon = false;

/** One pane's part in the animation frame that all panes of the page share, so that the page is laid out once for all. */
export class FrameQueue {
  readonly #tasks = new Set<FrameTask>();

  request(task: FrameTask): void {
    this.#tasks.add(task);
    waiting.add(this);
    handle ??= requestAnimationFrame(runAll);
  }

  /**
   * Not in the next frame but at the end of what the page is doing now. A few marks come with a key or a message; the
   * pointer over the page has the frame laid out before its callbacks run, and what they draw has it laid out again.
   */
  soon(): void {
    if (!waiting.has(this) || isSoon) return;
    isSoon = true;
    queueMicrotask(runAll);
  }

  cancel(): void {
    this.#tasks.clear();
    waiting.delete(this);
  }

  /** What is to be done now; the queue is empty afterwards. */
  take(): FrameTask[] {
    const tasks = [...this.#tasks];
    this.#tasks.clear();
    return tasks;
  }
}

function runAll(): void {
  if (handle !== null) cancelAnimationFrame(handle);
  handle = null;
  isSoon = false;
  const tasks = [...waiting].flatMap((queue) => queue.take());
  waiting.clear();
  for (const task of tasks) task.measure();
  for (const task of tasks) task.commit();
}
