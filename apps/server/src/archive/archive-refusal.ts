import { DomainError } from "@assay/domain";

/** An archive that is not taken in, with the reason in words. Nothing of it was stored. */
export class ArchiveRefusal extends DomainError {
  constructor(message: string, details: Record<string, unknown> = {}) {
    super("INVALID", message, { field: "archive", ...details });
  }
}
