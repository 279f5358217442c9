import { z } from "zod";
import { id } from "./basics.ts";

/** The number of the last event that the client knows, as the stream's ids carry it. */
export const lastEventId = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)
  .nullish();

const offset = z.int().min(0).max(1_000_000_000);

/** UTF-16 offsets into a revision (X1). */
export const selection = z.strictObject({ revisionId: id, start: offset, end: offset }).nullable();
