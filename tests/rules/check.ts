import type { StoredTag, StoredVersion, World } from "./world.ts";

/** What was asked, by whom, and whether it was done: what the change from `before` to `after` is judged by. */
export interface Step {
  actorId: string;
  done: boolean;
}

/** What a change broke of a rule, in words; null where it held. */
export type Check = (before: World, after: World, step: Step) => (string | null)[];

export const byId = <T extends { id: string }>(rows: readonly T[]) => new Map(rows.map((row) => [row.id, row]));
export const versionKey = ({ tagId, version }: { tagId: string; version: number }) => `${tagId} ${version}`;
export const cellKey = ({ claimId, sourceId }: { claimId: string; sourceId: string }) => `${claimId} ${sourceId}`;
export const newEvents = (before: World, after: World) => after.events.slice(before.events.length);
export const roleOf = (world: World, userId: string) =>
  world.members.find((one) => one.userId === userId && !one.left)?.role;

export const isLost = ({ state }: { state: string }) => state === "ambiguous" || state === "orphaned";

export function currentVersion(world: World, tag: StoredTag): StoredVersion {
  const found = world.versions.find(({ tagId, version }) => tagId === tag.id && version === tag.version);
  if (found === undefined) throw new Error(`Tag ${tag.id} has no version ${tag.version}`);
  return found;
}

export function movedTags(before: World, after: World): { tag: StoredTag; was: StoredTag }[] {
  const then = byId(before.tags);
  return after.tags.flatMap((tag) => {
    const was = then.get(tag.id);
    return was === undefined || was.state === tag.state ? [] : [{ tag, was }];
  });
}
