import { readFile, stat } from "node:fs/promises";

/** Who owns the database's files and runs it. */
export interface Account {
  uid: number;
  gid: number;
}

/** What runs under root: Postgres refuses root, so two unprivileged identities stand in. */
export interface RootAccounts {
  /** Runs the server. Has no entry in /etc/passwd, so nothing else on the machine shares its files. */
  server: Account;
  /** Runs initdb, which insists on a name. */
  setup: Account;
}

/** No distribution or systemd hands out these numbers, and they fit into a container's 65,536. */
const FREE_UIDS = { first: 60_620, last: 60_719 };

/** Null unless this process is root, which only then can (and must) change identity. */
export async function findRootAccounts(clusterDir: string): Promise<RootAccounts | null> {
  if (process.getuid?.() !== 0) return null;
  const users = await readUsers();
  const setup = users.get("nobody") ?? [...users.values()].find((user) => user.uid !== 0) ?? { uid: 65_534, gid: 65_534 };
  return { setup, server: (await ownerOf(clusterDir)) ?? pickFree(users) };
}

/** A cluster that another user made stays that user's, so that both they and root can start it. */
async function ownerOf(dir: string): Promise<Account | null> {
  const stats = await stat(dir).catch(() => null);
  return stats === null || stats.uid === 0 ? null : { uid: stats.uid, gid: stats.gid };
}

function pickFree(users: Map<string, Account>): Account {
  const taken = new Set([...users.values()].map((user) => user.uid));
  for (let uid = FREE_UIDS.first; uid <= FREE_UIDS.last; uid++) {
    if (!taken.has(uid)) return { uid, gid: uid };
  }
  return { uid: FREE_UIDS.first, gid: FREE_UIDS.first };
}

async function readUsers(): Promise<Map<string, Account>> {
  const passwd = await readFile("/etc/passwd", "utf8").catch(() => "");
  const users = new Map<string, Account>();
  for (const line of passwd.split("\n")) {
    const [name, , uid, gid] = line.split(":");
    if (name && /^\d+$/.test(uid ?? "") && /^\d+$/.test(gid ?? "")) {
      users.set(name, { uid: Number(uid), gid: Number(gid) });
    }
  }
  return users;
}
