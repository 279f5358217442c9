import { randomUUID } from "node:crypto";
import type { EventBody } from "@assay/domain";
import type { ArchivedTable } from "./archived-tables.ts";
import type { Row } from "./check-archive.ts";

/** Gives everything in an archive another id, the same one wherever it stands. */
export interface Renaming {
  id(id: string): string;
  row(row: Row, table: ArchivedTable): Row;
  event(event: EventBody): EventBody;
}

/**
 * For a second case out of an archive whose case is on this server already. Ids of people stay, and so do words: an id
 * is replaced where it is a value by itself, never inside a text. A release's snapshot is a text that was frozen (R2).
 */
export function renameAll(ids: Iterable<string>, newId: () => string = randomUUID): Renaming {
  const renamed = new Map([...ids].map((id) => [id, newId()]));
  const id = (old: string): string => renamed.get(old) ?? old;
  const value = (one: unknown): unknown => {
    if (typeof one === "string") return id(one);
    if (Array.isArray(one)) return one.map(value);
    if (typeof one !== "object" || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, value(inner)]));
  };
  return {
    id,
    row(row, table) {
      const isOurs = (column: string, one: unknown): boolean => {
        if (table.people.includes(column)) return false;
        return column === "id" || table.refs[column] !== undefined || typeof one === "object";
      };
      return Object.fromEntries(Object.entries(row).map(([key, one]) => [key, isOurs(key, one) ? value(one) : one]));
    },
    event(event) {
      const { caseId, subject, payload, ...rest } = event;
      return { ...rest, caseId: id(caseId), subject: id(subject), payload: value(payload) as EventBody["payload"] };
    },
  };
}
