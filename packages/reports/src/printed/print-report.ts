import type { LiveBlock } from "@assay/domain";
import { isProse } from "@assay/domain";
import { corroborationChart } from "../charts/corroboration-chart.ts";
import { omissionChart } from "../charts/omission-chart.ts";
import { longDate, shortDate } from "../dates.ts";
import { figuresOf } from "../report-figures.ts";
import { sourceLine } from "../judgement-words.ts";
import type { ReportSnapshot, SnapshotBlock, SnapshotClaim, SnapshotSource } from "../snapshot/report-snapshot.ts";
import { issueLine, method, standfirst } from "../report-words.ts";
import { threadPlace } from "../snapshot/snapshot-threads.ts";
import { printAgreement } from "./print-agreement.ts";
import { annotatedCopy } from "./annotated-copy.ts";
import { plainDocument } from "./plain-document.ts";
import {
  claimAnchor,
  judgementAnchor,
  printCell,
  printClaim,
  printPassage,
  printVerdict,
  sourceAnchor,
} from "./print-claim.ts";
import { printClosing } from "./print-closing.ts";
import { printProse } from "./print-prose.ts";
import { printSource } from "./print-source.ts";
import type { PrintedBlock, PrintedClaim, PrintedMatrix, PrintedReport } from "./printed-report.ts";
import { signs } from "./signs.ts";

interface Printing {
  snapshot: ReportSnapshot;
  claims: ReadonlyMap<string, SnapshotClaim>;
  sources: ReadonlyMap<string, SnapshotSource>;
  ratings: ReadonlyMap<string, NonNullable<PrintedClaim["rating"]>>;
  /** Claims that stand in the report already: a second card of one would give two places the same name. */
  placed: Set<string>;
  /** Kinds of live block that stand in the report already. */
  shown: Set<string>;
  /** Judgements that the report prints in full, known before the first block: a matrix may stand above them. */
  inFull: ReadonlySet<string>;
}

/** The report in the order of its document, in words. Pure: the same snapshot gives the same value. */
export function printReport(snapshot: ReportSnapshot): PrintedReport {
  const document = snapshot.document ?? plainDocument(snapshot);
  const claims = new Map(snapshot.claims.map((claim) => [claim.id, claim]));
  const sources = new Map(snapshot.sources.map((source) => [source.id, source]));
  const live = document.blocks.filter((block): block is LiveBlock => !isProse(block));
  const printing: Printing = {
    snapshot,
    claims,
    sources,
    ratings: new Map(
      (snapshot.ratings?.claims ?? []).map(({ claimId, label, colour, justification, by }) => [
        claimId,
        { label, colour, justification, by },
      ]),
    ),
    placed: new Set(),
    shown: new Set(),
    inFull: judgementsInFull(live, snapshot),
  };
  const blocks: PrintedBlock[] = [];
  for (const block of document.blocks as readonly SnapshotBlock[]) {
    if (isProse(block)) {
      const printed = printProse(block, blocks.at(-1));
      if (printed !== null) blocks.push(printed);
    } else {
      blocks.push(...(block.gone === undefined ? printLive(block, printing) : [gone(block.gone)]));
      printing.shown.add(block.type);
    }
  }
  const hasCorrections = live.some(({ type }) => type === "corrections");
  if (!hasCorrections && (snapshot.release?.corrections.length ?? 0) > 0) {
    blocks.push(heading("Corrections"), ...corrections(snapshot));
  }
  const isPlain = snapshot.document === undefined;
  const { case: subject } = snapshot;
  return {
    language: "en",
    title: document.title.trim() || snapshot.title,
    desk: subject.workspace,
    line: `Fact-check report · ${issueLine(snapshot)}`,
    kicker: subject.title === snapshot.title ? null : subject.title,
    opening: isPlain ? { standfirst: standfirst(snapshot), summary: subject.summary.trim() || null } : null,
    notes: snapshot.notes,
    blocks: isPlain ? blocks.slice(1) : blocks,
    closing: printClosing(snapshot),
    madeAt: instantOf(snapshot.generatedAt),
    madeWith: snapshot.generator,
  };
}

/** In one spelling; the beginning of time for a date that is none. */
function instantOf(value: string): string {
  const time = Date.parse(value);
  return new Date(Number.isNaN(time) ? 0 : time).toISOString();
}

function heading(text: string): PrintedBlock {
  return { is: "heading", level: 2, runs: [plainRun(text)], internal: false };
}

function plainRun(text: string) {
  return { text, bold: false, italic: false, url: null };
}

function judgementsInFull(live: readonly LiveBlock[], { claims, sources }: ReportSnapshot): Set<string> {
  const all = live.some((block) => block.type === "findings" && block.detail === "full");
  const named = new Set(
    live.flatMap((block) => (block.type === "claim" && block.detail === "full" ? [block.claimId] : [])),
  );
  const byId = new Map(sources.map((source) => [source.id, source]));
  const anchors = new Set<string>();
  for (const claim of claims) {
    if (!all && !named.has(claim.id)) continue;
    for (const cell of claim.cells) {
      const source = byId.get(cell.sourceId);
      if (source !== undefined) anchors.add(judgementAnchor(claim, source));
    }
  }
  return anchors;
}

function printLive(block: LiveBlock & { gone?: string }, printing: Printing): PrintedBlock[] {
  const { snapshot } = printing;
  if (block.gone !== undefined) return [gone(block.gone)];
  switch (block.type) {
    case "standfirst":
      return [{ is: "lede", runs: [plainRun(standfirst(snapshot))], internal: false }];
    case "figures":
      return [{ is: "figures", items: figuresOf(snapshot) }];
    case "findings":
      return findings(block.detail, printing);
    case "claim":
      return claimCard(block, printing);
    case "evidence":
      return [quotation(block, printing)];
    case "matrix":
      return snapshot.claims.length === 0 || snapshot.sources.length === 0
        ? [gone("There is nothing to show yet.")]
        : [{ is: "matrix", matrix: matrix(printing) }];
    case "corroboration":
      return [{ is: "chart", chart: corroborationChart(snapshot) }];
    case "omission":
      return [{ is: "chart", chart: omissionChart(snapshot) }];
    case "agreement":
      return printAgreement(snapshot);
    case "sources":
      return snapshot.sources.length === 0
        ? [gone("This report covers no source.")]
        : [{ is: "sources", sources: snapshot.sources.map((one) => printSource(one, !printing.shown.has("sources"))) }];
    case "method":
      return [
        ...method(snapshot).map((words): PrintedBlock => {
          return { is: "paragraph", runs: [plainRun(words)], internal: false };
        }),
        signs(),
      ];
    case "corrections":
      return corrections(snapshot);
    case "annotated": {
      const copy = annotatedCopy(snapshot, block.sourceId);
      return [copy === null ? gone("The text of this source is not part of the report.") : { is: "annotated", copy }];
    }
    case "discussion":
      return discussion(snapshot);
  }
}

function gone(words: string): PrintedBlock {
  return { is: "gone", words };
}

function findings(detail: "full" | "brief", printing: Printing): PrintedBlock[] {
  const { claims } = printing.snapshot;
  if (claims.length === 0) return [gone("This report covers no claim.")];
  return claims.flatMap((claim) => card(claim, detail, printing));
}

function claimCard(block: { claimId: string; detail: "full" | "brief" }, printing: Printing): PrintedBlock[] {
  const claim = printing.claims.get(block.claimId);
  if (claim === undefined) return [gone("A claim that stood here is no longer part of this report.")];
  return card(claim, block.detail, printing);
}

function card(claim: SnapshotClaim, detail: "full" | "brief", { sources, ratings, placed }: Printing): PrintedBlock[] {
  const printed = printClaim(claim, sources, ratings.get(claim.id) ?? null, detail);
  if (!placed.has(claim.id)) {
    placed.add(claim.id);
    return [{ is: "claim", claim: printed }];
  }
  return [{ is: "claim", claim: { ...printed, anchor: "", judgements: printed.judgements.map(withoutAnchor) } }];
}

function withoutAnchor(judgement: PrintedClaim["judgements"][number]): PrintedClaim["judgements"][number] {
  return { ...judgement, anchor: "" };
}

function quotation(
  block: { claimId: string; sourceId: string; evidenceId: string },
  { claims, sources }: Printing,
): PrintedBlock {
  const claim = claims.get(block.claimId);
  const source = sources.get(block.sourceId);
  const cell = claim?.cells.find(({ sourceId }) => sourceId === block.sourceId);
  const tags = [cell?.tag ?? null, ...(cell?.otherTags ?? [])].filter((tag) => tag !== null);
  const tag = tags.find(({ evidence }) => evidence.some(({ id }) => id === block.evidenceId));
  const passage = tag?.evidence.find(({ id }) => id === block.evidenceId);
  if (claim === undefined || source === undefined || tag === undefined || passage === undefined) {
    return gone("A passage that stood here is no longer part of this report.");
  }
  return {
    is: "evidence",
    quotation: {
      passage: printPassage(passage, tag.stance, source, ""),
      label: claim.label,
      claimAnchor: claimAnchor(claim),
      source: source.name,
      sourceAnchor: sourceAnchor(source),
      line: sourceLine(source),
    },
  };
}

function matrix({ snapshot, inFull, shown }: Printing): PrintedMatrix {
  const { claims, sources } = snapshot;
  return {
    isFirst: !shown.has("matrix"),
    sources: sources.map((source) => ({ name: source.name, anchor: sourceAnchor(source) })),
    rows: claims.map((claim) => {
      const cells = new Map(claim.cells.map((cell) => [cell.sourceId, cell]));
      return {
        anchor: claimAnchor(claim),
        label: claim.label,
        text: claim.text,
        cells: sources.map((source) => printCell(claim, source, cells.get(source.id), inFull)),
        verdict: printVerdict(claim.verdict),
      };
    }),
  };
}

function corrections({ release }: ReportSnapshot): PrintedBlock[] {
  const all = release?.corrections ?? [];
  if (all.length === 0) return [gone("Nothing in this report has been corrected.")];
  return [
    {
      is: "corrections",
      corrections: all.map(({ corrects, madeRelease, at, by, what, why }) => ({
        head: longDate(at),
        what,
        why,
        by: `Release ${corrects} was corrected by ${by}; release ${madeRelease} has it.`,
      })),
    },
  ];
}

function discussion({ discussion: threads = [] }: ReportSnapshot): PrintedBlock[] {
  if (threads.length === 0) return [gone("Nothing in this report was discussed.")];
  return [
    {
      is: "discussion",
      threads: threads.map((thread) => ({
        place: threadPlace(thread),
        passage: thread.passage,
        comments: thread.comments.map(({ author, at, text, edited, withdrawn }) => ({
          author,
          when: `${shortDate(at)}${edited && !withdrawn ? ", edited" : ""}`,
          text: withdrawn ? null : text,
        })),
        resolved:
          thread.resolved === null
            ? null
            : `Resolved by ${thread.resolved.by}, ${shortDate(thread.resolved.at)}: ${thread.resolved.reason}`,
      })),
    },
  ];
}
