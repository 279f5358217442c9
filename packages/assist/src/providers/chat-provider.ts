import type { AssistClaim, AssistSource, CellSuggestion, ClaimSuggestion, Passage } from "../suggestion.ts";
import { CHAT_LIMITS, askModel } from "./ask-model.ts";
import type { ChatLimits } from "./ask-model.ts";
import { builtInProvider } from "./built-in.ts";
import { PROMPT_HASH, cellsIn, cellsQuestion, claimsIn, claimsQuestion } from "./chat-questions.ts";
import type { ClaimedCell } from "./chat-questions.ts";
import { CHAT_FAILURES, ChatError } from "./chat-transport.ts";
import type { ChatFailure, ChatTransport } from "./chat-transport.ts";
import { placePassage } from "./place-passage.ts";
import { cellName } from "./provider.ts";
import type { AssistProvider, ReadRequest, Reading, ReadingOptions } from "./provider.ts";

export interface ChatProviderOptions {
  transport: ChatTransport;
  /** Where the model is: the host of its service. */
  host: string;
  model: string;
  limits?: Partial<ChatLimits>;
  /** The longest that one reading waits for the model; what it has not answered by then is the built-in reader's. */
  wholeMilliseconds?: number;
  /** What reads first, and stands where the model does not answer. */
  base?: AssistProvider;
}

const AT_ONCE = 2;
/** A model that failed so often in a row is not asked any more in this reading. */
const MOST_FAILURES = 3;
const CLAIMS_AT_ONCE = 20;
const LONGEST_PIECE = 12_000;
const LONGEST_SOURCE = 60_000;

/** Claims and cells as a model reads them; all else, and all that it does not answer, as the built-in reader does. */
export function chatProvider(options: ChatProviderOptions): AssistProvider {
  const { host, model } = options;
  const identity = { provider: host, version: model, promptHash: PROMPT_HASH };
  return { identity, read: (request, how = {}) => readByModel(options, request, how) };
}

interface Job {
  ask: { system: string; user: string };
  take(json: unknown): void;
}

async function readByModel(options: ChatProviderOptions, request: ReadRequest, how: ReadingOptions): Promise<Reading> {
  const { transport, host, model, base = builtInProvider, wholeMilliseconds = 480_000 } = options;
  const end = performance.now() + wholeMilliseconds;
  const { onProgress = () => undefined, signal = new AbortController().signal } = how;
  const limits = { ...CHAT_LIMITS, ...options.limits };
  const reading = await base.read(request, { signal, onProgress: (done) => onProgress(done * BASE_SHARE) });
  const answers = new Answers(request, reading);
  const jobs = jobsOf(request, answers);
  let version = model;
  let done = 0;
  let inARow = 0;
  const failures: ChatFailure[] = [];
  const next = jobs.values();
  const work = async () => {
    for (const { ask, take } of next) {
      if (inARow >= MOST_FAILURES || isHopeless(failures)) failures.push(failures.at(-1) ?? "unreachable");
      else if (performance.now() > end) failures.push("late");
      else {
        try {
          const answer = await askModel(transport, { model, ...ask }, limits, signal);
          version = answer.model ?? version;
          inARow = 0;
          take(answer.json);
        } catch (error) {
          if (!(error instanceof ChatError)) throw error;
          inARow += 1;
          failures.push(error.failure);
        }
      }
      done += 1;
      onProgress(BASE_SHARE + (1 - BASE_SHARE) * (done / jobs.length));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const { sources, cells } = answers.byModel;
  const notices = [...reading.notices, ...failureNotice(host, failures, jobs.length), ...answers.notices()];
  const identity = { provider: host, version, promptHash: PROMPT_HASH };
  return { ...answers.reading(), identity, byModel: { sources, cells }, notices };
}

const BASE_SHARE = 0.2;

/** Asking again would bring the same answer. */
function isHopeless(failures: readonly ChatFailure[]): boolean {
  return failures.some((failure) => failure === "key" || failure === "unknown" || failure === "forbidden");
}

function failureNotice(host: string, failures: readonly ChatFailure[], asked: number): string[] {
  const [why] = failures;
  if (why === undefined) return [];
  const said = `The model at ${host} ${CHAT_FAILURES[why]}.`;
  if (failures.length === asked) return [`${said} All suggestions are the built-in reader's.`];
  return [`${said} ${failures.length} of ${asked} parts are the built-in reader's.`];
}

function jobsOf({ sources, claims }: ReadRequest, answers: Answers): Job[] {
  const jobs: Job[] = [];
  for (const source of sources) {
    if (source.text.length > LONGEST_SOURCE) {
      answers.tooLong += 1;
      continue;
    }
    for (const piece of piecesOf(source.text)) {
      const take = (json: unknown) => answers.takeClaims(source, piece.start, json);
      jobs.push({ ask: claimsQuestion(piece.text, source), take });
    }
    for (let from = 0; from < claims.length; from += CLAIMS_AT_ONCE) {
      const part = claims.slice(from, from + CLAIMS_AT_ONCE);
      jobs.push({ ask: cellsQuestion(source, part), take: (json) => answers.takeCells(source, part, json) });
    }
  }
  return jobs;
}

/** A text in parts that end between paragraphs, or at least between words. */
export function piecesOf(text: string): { start: number; text: string }[] {
  const pieces: { start: number; text: string }[] = [];
  for (let start = 0; start < text.length; ) {
    const most = text.slice(start, start + LONGEST_PIECE);
    const cut = start + LONGEST_PIECE >= text.length ? most.length : lastBreak(most);
    if (most.slice(0, cut).trim() !== "") pieces.push({ start, text: most.slice(0, cut) });
    start += cut;
  }
  return pieces;
}

function lastBreak(most: string): number {
  const least = most.length / 2;
  for (const mark of ["\n\n", "\n", " "]) {
    const found = most.lastIndexOf(mark);
    if (found > least) return found + mark.length;
  }
  return /[\uD800-\uDBFF]$/.test(most) ? most.length - 1 : most.length;
}

/** Collects what a model answered, and lays it over what the built-in reader found. */
class Answers {
  readonly byModel = { sources: new Set<string>(), cells: new Set<string>() };
  tooLong = 0;
  readonly #base: Reading;
  readonly #claims = new Map<string, ClaimSuggestion[]>();
  readonly #cells = new Map<string, CellSuggestion>();
  #unplaced = 0;

  constructor({ claims }: ReadRequest, base: Reading) {
    this.#base = base;
    const names = new Set(claims.map(({ id }) => id));
    for (const claim of base.report.claims) {
      if (!names.has(claim.id)) continue;
      for (const cell of claim.cells) this.#cells.set(cellName(claim.id, cell.source), cell);
    }
  }

  takeClaims(source: AssistSource, offset: number, json: unknown): void {
    const found = this.#claims.get(source.id) ?? [];
    for (const { text, type, claimant, score, ...claimed } of claimsIn(json)) {
      const start = claimed.start === undefined ? {} : { start: claimed.start + offset };
      const end = claimed.end === undefined ? {} : { end: claimed.end + offset };
      const passage = placePassage(source.text, { exact: claimed.exact, ...start, ...end });
      if (passage === null) this.#unplaced += 1;
      else if (!found.some((one) => one.start === passage.start && one.end === passage.end)) {
        found.push({ ...passage, sourceId: source.id, text, type, claimant, score });
      }
    }
    this.#claims.set(source.id, found);
    // A model that found nothing in a text of some length has not read it.
    if (found.length > 0) this.byModel.sources.add(source.id);
  }

  takeCells(source: AssistSource, claims: readonly AssistClaim[], json: unknown): void {
    for (const cell of cellsIn(json)) {
      const name = cellName(cell.claim, source.id);
      const known = this.#cells.get(name);
      if (known === undefined || !claims.some(({ id }) => id === cell.claim) || this.byModel.cells.has(name)) continue;
      const passages = cell.passages.flatMap((passage) => placePassage(source.text, passage) ?? []);
      this.#unplaced += cell.passages.length - passages.length;
      // A stance without words to show for it is no suggestion (S1, S2).
      if (cell.stance !== "missing" && passages.length === 0) continue;
      this.#cells.set(name, laidOver(known, cell, passages));
      this.byModel.cells.add(name);
    }
  }

  reading(): Pick<Reading, "sources" | "report"> {
    const { sources, report } = this.#base;
    const claims = report.claims.map((claim) => {
      return { ...claim, cells: claim.cells.map((cell) => this.#cells.get(cellName(claim.id, cell.source)) ?? cell) };
    });
    return {
      sources: sources.map((source) => {
        if (!this.byModel.sources.has(source.source)) return source;
        const own = this.#claims.get(source.source) ?? [];
        return { ...source, claims: own.toSorted((a, b) => b.score - a.score || a.start - b.start) };
      }),
      report: { ...report, claims },
    };
  }

  notices(): string[] {
    const notices: string[] = [];
    if (this.#unplaced > 0) {
      const [what, was] = this.#unplaced === 1 ? ["passage", "was"] : ["passages", "were"];
      notices.push(`${this.#unplaced} ${what} of the model's ${was} left out: the words are not in the text as it gave them.`);
    }
    if (this.tooLong > 0) {
      const what = this.tooLong === 1 ? "1 source is" : `${this.tooLong} sources are`;
      notices.push(`${what} too long for the model and read by the built-in reader alone.`);
    }
    return notices;
  }
}

function laidOver(known: CellSuggestion, { stance, attributed, score, terms }: ClaimedCell, passages: Passage[]): CellSuggestion {
  const said = { ...known, suggestion: stance, score, terms: terms.length > 0 ? terms : known.terms };
  if (stance === "missing") {
    // The nearest passages stay: whoever attests that there is nothing looks at them first.
    return { ...said, attributed: false, silence: score >= 0.75 ? "likely" : "unsure", differences: [] };
  }
  const touches = (one: Passage) => passages.some(({ start, end }) => start < one.end && one.start < end);
  const matched = known.passages.flatMap((passage) => passage.matched);
  return {
    ...said,
    attributed,
    silence: "no",
    passages: passages.map((passage) => {
      const within = matched.filter(({ start, end }) => passage.start <= start && end <= passage.end);
      return { ...passage, score, matched: within.toSorted((a, b) => a.start - b.start) };
    }),
    differences: known.differences.filter(({ b }) => touches(b)),
  };
}
