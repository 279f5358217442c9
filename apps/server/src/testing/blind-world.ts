import type { TagView } from "@assay/domain";
import type { LiveStream } from "../live/live-stream.ts";
import { setOwnPolicy, submit } from "./blind.ts";
import { addClaim, addText, newId, openCase, openDesk, ref, save, say } from "./desk.ts";
import type { Caller, Crew, Desk, TestCase } from "./desk.ts";
import { DISTINCT_TEXT, MARK } from "./blind-marks.ts";

/**
 * A desk in which somebody may look. Two of them differ in one thing: what others did in cells that are blind to the
 * looker, with planted words; everything else happened in both, at the same moments of a clock that stands still.
 */
export interface BlindWorld {
  desk: Desk;
  test: TestCase;
  /** The asking person. */
  me: Caller;
  meId: string;
  /** Cells by what was done in them. */
  cells: Record<(typeof CELLS)[number], TestCase>;
  /** Of the looker, in a cell in which others may be too. */
  mine: TagView;
  /** Of an open cell, for what needs a tag that can be reviewed. */
  open: { tag: TagView; own: TagView };
  /** Hidden things that only one world has; ids that name nothing in the other. */
  hidden: { tagId: string; draftId: string; threadId: string; commentId: string };
  live: LiveStream;
  /** What each id is, in words that are the same in both worlds. */
  names: Map<string, string>;
  /** Others go on in blind cells, in the world in which they do anything there. */
  disturb(): Promise<void>;
  close(): Promise<void>;
}

/** Names of claims; each cell is of the first source unless it says otherwise. */
const CELLS = ["submitted", "drafted", "withdrawn", "mine", "opened", "silent", "spare", "split", "own"] as const;

const NOW = new Date("2025-06-14T10:00:00.000Z");

export async function openBlindWorld(looker: keyof Crew, others: boolean): Promise<BlindWorld> {
  const desk = await openDesk();
  desk.app.now = () => NOW;
  const test = await openCase(desk, DISTINCT_TEXT);
  const { caseId } = test;
  await addText(desk.as.annotator, caseId, `${DISTINCT_TEXT}\n\nAnother edition.`, { publisher: "Second Paper" });
  await setOwnPolicy(desk, test, { requiredTags: 3 });
  const cells = {} as BlindWorld["cells"];
  for (const name of CELLS) {
    cells[name] = { ...test, claim: await addClaim(desk.as.annotator, caseId, `A claim that is ${name}.`) };
  }
  const me = desk.as[looker];
  // Somebody who may not tag looks at what others did, like everybody.
  const author = looker === "viewer" ? "second" : looker;
  const own = await openCell(desk, cells.opened, author);
  const mine = (await submit(desk.as[author], cells.mine)).tag;
  await save(desk.as[author], cells.own, say(cells.own, "verified"));
  const { lastEvent } = await me.case.head({ caseId });
  const live = (await me.live.case({ caseId, lastEventId: String(lastEvent) })) as unknown as LiveStream;
  const hidden = { tagId: newId(), draftId: newId(), threadId: newId(), commentId: newId() };
  const disturb = others ? await actInSecret(desk, cells, hidden) : () => Promise.resolve();
  const names = new Map(Object.entries(desk.people).map(([name, { id }]) => [id, name]));
  const view = await me.case.get({ caseId });
  for (const { id, text } of view.claims) names.set(id, text);
  for (const { id, revision } of view.sources) {
    names.set(id, `source of ${revision.length}`).set(revision.id, "its text");
  }
  names.set(mine.id, "my tag").set(own.tag.id, "an open tag").set(own.own.id, "my open tag");
  for (const [what, id] of Object.entries(hidden)) names.set(id, what);
  const close = async () => (live.end(), await desk.close());
  return { desk, test, me, meId: desk.people[looker].id, cells, mine, open: own, hidden, live, names, disturb, close };
}

/** Three tags of one stance, seen by all. */
async function openCell(desk: Desk, cell: TestCase, looker: keyof Crew): Promise<BlindWorld["open"]> {
  const people = new Set<keyof Crew>([looker, "annotator", "reviewer", "lead"]);
  const tags: TagView[] = [];
  for (const name of [...people].slice(0, 3)) tags.push((await submit(desk.as[name], cell)).tag);
  const [own, tag] = tags;
  if (own === undefined || tag === undefined) throw new Error("Nobody tagged the cell");
  return { own, tag };
}

/** Two people who are not the looker: drafts, edits, submissions, withdrawals, a thread; never enough to open. */
async function actInSecret(desk: Desk, cells: BlindWorld["cells"], hidden: BlindWorld["hidden"]) {
  const { annotator, reviewer } = desk.as;
  const words = (cell: TestCase, stance: "verified" | "disputed" | "missing") => {
    const content = say(cell, stance, "214 people aboard");
    const attestation = content.attestation && { ...content.attestation, searchTerms: [`${MARK} term`] };
    return { ...content, rationale: `${MARK} rationale`, attestation };
  };
  const first = await save(annotator, cells.submitted, words(cells.submitted, "disputed"), { id: hidden.tagId });
  await annotator.tag.submit(ref(cells.submitted, first));
  const second = await save(reviewer, cells.submitted, words(cells.submitted, "missing"));
  await reviewer.tag.submit(ref(cells.submitted, second));
  let draft = await save(annotator, cells.drafted, words(cells.drafted, "missing"), { id: hidden.draftId });
  const gone = await save(reviewer, cells.withdrawn, words(cells.withdrawn, "disputed"));
  await reviewer.tag.withdraw(ref(cells.withdrawn, gone));
  for (const name of ["mine", "own", "spare", "split"] as const) {
    const tag = await save(annotator, cells[name], words(cells[name], "missing"));
    await annotator.tag.submit(ref(cells[name], tag));
  }
  const comment = { id: hidden.commentId, text: `${MARK} comment`, mentions: [] };
  const subject = { kind: "tag", tagId: hidden.draftId } as const;
  const { caseId } = cells.drafted;
  await annotator.thread.open({ mutationId: newId(), caseId, id: hidden.threadId, subject, comment });
  let times = 0;
  return async () => {
    times += 1;
    const content = { ...words(cells.drafted, "missing"), rationale: `${MARK} ${times}` };
    const saving = { id: draft.id, baseVersion: draft.version, claimVersion: draft.claimVersion };
    // The walk may have stored a newer revision meanwhile.
    const { sources } = await annotator.case.get({ caseId });
    const source = sources.find(({ id }) => id === cells.drafted.source.id) ?? cells.drafted.source;
    draft = await save(annotator, { ...cells.drafted, source }, content, saving);
  };
}

