import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";

interface Loan {
  client: pg.PoolClient | null;
}

const loans = new AsyncLocalStorage<Loan>();

/** A pool that tells which of its connections the work inside `borrowing` was lent first. */
export class LendingPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(callback: ConnectCallback): void;
  override connect(callback?: ConnectCallback): Promise<pg.PoolClient> | void {
    if (callback !== undefined) return super.connect(callback);
    const loan = loans.getStore();
    return super.connect().then((client) => {
      if (loan !== undefined) loan.client ??= client;
      return client;
    });
  }
}

type ConnectCallback = Parameters<pg.Pool["connect"]>[0];

/**
 * Runs work that takes one connection, and tells it which. Prisma keeps a transaction's connection to itself; with
 * this, SQL that Prisma would be slow at (large values, many rows) can run in the very same transaction.
 */
export function borrowing<T>(work: (lent: () => pg.ClientBase) => Promise<T>): Promise<T> {
  const loan: Loan = { client: null };
  return loans.run(loan, () =>
    work(() => {
      if (loan.client === null) throw new Error("No connection was lent yet");
      return loan.client;
    }),
  );
}
