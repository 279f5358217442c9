/** Something drawn over the text. `measure` only reads layout, `commit` only writes: all read before any writes. */
export interface FrameTask {
  measure(): void;
  commit(): void;
}

/** One animation frame for everything that follows the text's layout, so that a pane never lays out twice a frame. */
export class FrameQueue {
  readonly #tasks = new Set<FrameTask>();
  #handle: number | null = null;

  request(task: FrameTask): void {
    this.#tasks.add(task);
    this.#handle ??= requestAnimationFrame(() => this.#run());
  }

  cancel(): void {
    if (this.#handle !== null) cancelAnimationFrame(this.#handle);
    this.#handle = null;
    this.#tasks.clear();
  }

  #run(): void {
    this.#handle = null;
    const tasks = [...this.#tasks];
    this.#tasks.clear();
    for (const task of tasks) task.measure();
    for (const task of tasks) task.commit();
  }
}
