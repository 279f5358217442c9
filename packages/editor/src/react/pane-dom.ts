import type { Block } from "@assay/domain";
import type { MountedText } from "./mounted-text.ts";

/** A revision as the pane shows it. */
export interface ShownRevision {
  id: string;
  text: string;
  blocks: readonly Block[];
}

/** What the parts of a pane that work on the DOM need of it. */
export interface PaneDom {
  readonly revision: ShownRevision;
  readonly mounted: MountedText;
  readonly scroller: HTMLElement;
  /** Runs `then` once the chunks of these offsets are in the DOM: at once when they are already. */
  whenMounted(offsets: readonly number[], then: () => void): void;
  /** Scrolls as little as brings the caret at `offset` into view. */
  revealCaret(offset: number): void;
}
