import type { Role } from "@assay/domain";
import type { Context, DemoAccount, Person } from "../context.ts";

export interface Me {
  user: Person | null;
  workspaces: { id: string; name: string; role: Role }[];
  /** Whether anybody may sign up; an invitation always lets its holder. */
  registration: "open" | "closed";
  demo: { accounts: DemoAccount[] } | null;
  version: string;
}

export async function getMe({ app, person }: Context): Promise<Me> {
  const { registration, demo, version } = app;
  if (person === null) return { user: null, workspaces: [], registration: await registrationNow(app), demo, version };
  const workspaces = await app.db.prisma.$queryRaw<Me["workspaces"]>`
    SELECT workspace_id::text AS id, name, role::text FROM assay_memberships(${person.id})`;
  return { user: person, workspaces, registration, demo, version };
}

/** A server without anybody on it lets the first person in. */
async function registrationNow({ db, registration }: Context["app"]): Promise<"open" | "closed"> {
  if (registration === "open") return "open";
  return (await db.prisma.user.findFirst({ select: { id: true } })) === null ? "open" : "closed";
}
