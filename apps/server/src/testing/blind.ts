import type { Policy, Stance, TagView } from "@assay/domain";
import type { Caller, Desk, TestCase } from "./desk.ts";
import { newId, openCase, ref, save, say } from "./desk.ts";

/** A case in which cells need several tags before they open. */
export async function openBlindCase(desk: Desk, policy: Partial<Policy> = {}): Promise<TestCase> {
  const test = await openCase(desk);
  await setOwnPolicy(desk, test, { requiredTags: 2, ...policy });
  return test;
}

export async function setOwnPolicy(desk: Desk, { caseId }: TestCase, ownPolicy: Partial<Policy>) {
  const { version } = await desk.as.lead.case.get({ caseId });
  return desk.as.lead.case.setPolicy({ mutationId: newId(), caseId, baseVersion: version, ownPolicy });
}

/** A tag that is submitted, with everything that its author's answer says. */
export async function submit(as: Caller, test: TestCase, stance: Stance = "verified") {
  const tag = await save(as, test, say(test, stance));
  return { tag, change: await as.tag.submit(ref(test, tag)) };
}

export async function tagsOf(as: Caller, { caseId }: TestCase): Promise<TagView[]> {
  return (await as.case.get({ caseId })).tags;
}
