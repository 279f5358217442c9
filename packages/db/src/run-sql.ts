import type { Prisma } from "./generated/client.ts";
import type { Session } from "./transaction.ts";
import { createStatementNamer } from "./statement-namer.ts";

const nameOf = createStatementNamer();

/** A query composed of fragments, prepared once a session, on a transaction's own connection. */
export async function runSql<Row extends object>(session: Session, query: Prisma.Sql): Promise<Row[]> {
  const { text, values } = query;
  const name = nameOf({ sql: text });
  const { rows } = await session.query<Row>(name === "" ? { text, values } : { name, text, values });
  return rows;
}
