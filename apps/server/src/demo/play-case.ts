import { applyChange, contendersWith, makeAnchor } from "@assay/domain";
import type { CaseChange, CaseView, ClaimView, TagView } from "@assay/domain";
import { demoFile, resolveQuote } from "@assay/seeds";
import type { DemoCase, DemoStep, DemoTag, DemoTagContent } from "@assay/seeds";
import type { CaseContext } from "../context.ts";
import type { SentTagContent } from "../inputs/tag-inputs.ts";
import { addSource } from "../services/add-source.ts";
import { adjudicateTag } from "../services/adjudicate-tag.ts";
import { createClaim } from "../services/create-claim.ts";
import { decideReview } from "../services/decide-review.ts";
import { editClaim } from "../services/edit-claim.ts";
import { getSourceText } from "../services/get-source-text.ts";
import { loadCase } from "../services/load-case.ts";
import { reaffirmTag } from "../services/reaffirm-tag.ts";
import { saveTag } from "../services/save-tag.ts";
import { submitTag } from "../services/submit-tag.ts";
import { restoreTag, withdrawTag } from "../services/withdraw-tag.ts";

type MakeId = (name: string) => string;

/** Plays the script of a case that exists and is empty, or that an earlier run of the same script left unfinished. */
export async function playCase(script: DemoCase, cast: Map<string, CaseContext>, makeId: MakeId): Promise<void> {
  const actor = (key: string) => must(cast.get(key), `Nobody in the demo is called ${key}`);
  for (const { key, file, meta, completeness, addedBy } of script.sources) {
    const { name, bytes } = demoFile(file);
    const content = { kind: "file", name, mediaType: "", base64: Buffer.from(bytes).toString("base64") } as const;
    const mutationId = makeId(`source.add ${key}`);
    await addSource(actor(addedBy), { mutationId, id: makeId(`source ${key}`), content, meta, completeness });
  }
  for (const { key, createdBy, ...wording } of script.claims) {
    await createClaim(actor(createdBy), {
      mutationId: makeId(`claim.create ${key}`),
      id: makeId(`claim ${key}`),
      ...wording,
    });
  }
  const stage = await setStage(script, actor, makeId);
  for (const tag of script.tags) await playTag(tag, stage);
}

/** What the steps have in common; `view` is the case as of the last step. */
interface Stage {
  view: CaseView;
  texts: Map<string, string>;
  actor: (key: string) => CaseContext;
  makeId: MakeId;
}

async function setStage(script: DemoCase, actor: Stage["actor"], makeId: MakeId): Promise<Stage> {
  const reader = actor(script.case.createdBy);
  const texts = new Map<string, string>();
  for (const { key } of script.sources) texts.set(key, (await getSourceText(reader, makeId(`source ${key}`))).text);
  return { view: await loadCase(reader), texts, actor, makeId };
}

async function playTag(tag: DemoTag, stage: Stage): Promise<void> {
  const { makeId } = stage;
  const name = `${tag.claim} ${tag.source} ${tag.author}`;
  const tagId = makeId(`tag ${name}`);
  const { claim, source, author, history, ...content } = tag;
  await keep(stage, save(stage, tag, tagId, 0, content, makeId(`tag.save ${name}`)));
  let said: DemoTagContent = content;
  for (const [index, step] of history.entries()) {
    if (step.do === "edit") said = { ...said, ...step.content };
    const mutationId = makeId(`${step.do} ${index} ${name}`);
    await keep(stage, playStep(stage, tag, tagId, step, said, mutationId));
  }
}

async function keep(stage: Stage, change: Promise<CaseChange>): Promise<void> {
  stage.view = applyChange(stage.view, await change);
}

function playStep(
  stage: Stage,
  tag: DemoTag,
  tagId: string,
  step: DemoStep,
  said: DemoTagContent,
  mutationId: string,
): Promise<CaseChange> {
  const { version, claimId, sourceId, revisionId } = tagOf(stage, tagId);
  const author = stage.actor(tag.author);
  const own = { mutationId, tagId, baseVersion: version };
  const review = { mutationId, tagId, tagVersion: version };
  switch (step.do) {
    case "submit":
      return submitTag(author, own);
    case "edit":
      return save(stage, tag, tagId, version, said, mutationId);
    case "withdraw":
      return withdrawTag(author, own);
    case "restore":
      return restoreTag(author, own);
    case "reaffirm":
      return reaffirmTag(author, { ...own, revisionId, claimVersion: claimOf(stage, claimId).version });
    case "review":
      return decideReview(stage.actor(step.by), {
        ...review,
        decision: step.decision,
        reason: step.decision === "approve" ? "" : step.reason,
      });
    case "comment":
      return decideReview(stage.actor(step.by), { ...review, decision: "comment", reason: step.reason });
    case "challenge": {
      const { reason, proposedStance } = step;
      return decideReview(stage.actor(step.by), { ...review, decision: "challenge", reason, proposedStance });
    }
    case "adjudicate": {
      const { outcome, cause, note, stance } = step;
      const cell = stage.view.tags.filter((one) => one.claimId === claimId && one.sourceId === sourceId);
      const ruling = { outcome, cause, note, stance, others: contendersWith(tagId, cell) };
      return adjudicateTag(stage.actor(step.by), { ...review, ...ruling });
    }
    case "editClaim": {
      const reworded = stage.makeId(`claim ${step.claim}`);
      const { type, claimant, version: baseVersion } = claimOf(stage, reworded);
      const wording = { text: step.text, type, claimant };
      return editClaim(stage.actor(step.by), { mutationId, claimId: reworded, baseVersion, ...wording });
    }
  }
}

function save(
  stage: Stage,
  tag: DemoTag,
  tagId: string,
  baseVersion: number,
  said: DemoTagContent,
  mutationId: string,
): Promise<CaseChange> {
  const { view, makeId } = stage;
  const claim = claimOf(stage, makeId(`claim ${tag.claim}`));
  const source = must(
    view.sources.find(({ id }) => id === makeId(`source ${tag.source}`)),
    `No source ${tag.source}`,
  );
  const text = must(stage.texts.get(tag.source), `No text of ${tag.source}`);
  const sent: SentTagContent = {
    stance: said.stance,
    attributed: said.attributed,
    confidence: said.confidence,
    rationale: said.rationale,
    evidence: said.evidence.map(({ quote, occurrence, role }) => {
      const { start, end } = resolveQuote(text, quote, occurrence);
      return { id: makeId(`evidence ${tagId} ${start} ${end}`), role, ...makeAnchor(text, start, end) };
    }),
    attestation:
      said.attestation === null
        ? null
        : {
            revisionSha256: source.revision.sha256,
            readInFull: true,
            searchTerms: said.attestation.searchTerms,
          },
  };
  return saveTag(stage.actor(tag.author), {
    mutationId,
    id: tagId,
    claimId: claim.id,
    sourceId: source.id,
    revisionId: source.revision.id,
    baseVersion,
    claimVersion: claim.version,
    content: sent,
  });
}

function tagOf({ view }: Stage, tagId: string): TagView {
  return must(
    view.tags.find(({ id }) => id === tagId),
    `No tag ${tagId}`,
  );
}

function claimOf({ view }: Stage, claimId: string): ClaimView {
  return must(
    view.claims.find(({ id }) => id === claimId),
    `No claim ${claimId}`,
  );
}

function must<T>(value: T | undefined, message: string): T {
  if (value === undefined) throw new Error(message);
  return value;
}
