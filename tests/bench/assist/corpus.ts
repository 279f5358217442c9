import { seededRandom } from "@assay/domain";
import type { Random } from "@assay/domain";
import type { AssistClaim, AssistSource } from "@assay/assist";

/**
 * Reports on one invented event, as many as are asked for: each outlet tells the same facts in its own words and order,
 * with figures of its own now and then, quotations, and paragraphs about something else. The same seed gives the same
 * texts.
 */
export interface BenchCase {
  sources: AssistSource[];
  claims: AssistClaim[];
}

const PLACES = "Lowmouth,Harrow Quay,Mill Street,Estuary Road,Saltmarsh,Kingsferry,Ebb Lane,Northgate,Tollard,Wick Hill".split(",");
const PEOPLE = "Ada Quill,Ben Orr,Ines Varga,Tomas Reed,Mara Lind,Olu Bright,Jana Pell,Cora Finch,Hugh Marsh,Ravi Sand".split(",");
const ROLES = "mayor,county engineer,harbour master,fire chief,head of the school,union leader,insurance broker,fish merchant".split(",");
const THINGS = "the harbour wall,the fish market,the ferry,the power station,the railway bridge,the school,the pumping station,the lighthouse".split(",");
const DID = "gave way,was closed,was flooded,stayed open,was damaged,was repaired,was inspected,lost its roof".split(",");
const DAYS = "Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday".split(",");
const UNITS = "people,houses,boats,workers,passengers,firefighters,tonnes of stone,sandbags".split(",");
const SAID = "said,added,told reporters,warned,confirmed,explained".split(",");
const SPEECH = "we asked for the repairs in March|nobody was told about the crack|the money was there and it was spent elsewhere|we will rebuild what we can|the gates were closed too late|this was not the sea alone".split("|");
const WORDS =
  "council budget winter storm tide report letter engineer survey stone concrete market ferry school road bridge morning evening week month crowd rescue blanket soup truck radio signal chart ledger office window street garden river field cloud light bell tower meeting vote paper promise delay contract crane".split(
    " ",
  );

export function benchCase(sources: number, words: number, claims: number, seed = 7): BenchCase {
  const random = seededRandom(seed);
  const facts = Array.from({ length: 60 }, () => factOf(random));
  return {
    sources: Array.from({ length: sources }, (_, at) => ({
      id: `s${at + 1}`,
      text: articleOf(facts, words, seededRandom(seed, at + 1)),
      published: `2026-03-${String((at % 27) + 1).padStart(2, "0")}`,
    })),
    claims: Array.from({ length: claims }, (_, at) => ({ id: `c${at + 1}`, text: `${facts[at % facts.length]?.(random) ?? ""}` })),
  };
}

type Fact = (random: Random) => string;

const pick = <One>(random: Random, list: readonly One[]): One => list[Math.floor(random() * list.length)] as One;
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function factOf(random: Random): Fact {
  const [thing, did, place, day] = [pick(random, THINGS), pick(random, DID), pick(random, PLACES), pick(random, DAYS)];
  const [who, role, unit] = [pick(random, PEOPLE), pick(random, ROLES), pick(random, UNITS)];
  const speech = `${pick(random, SPEECH)}, and ${pick(random, SPEECH)} on ${pick(random, DAYS)}`;
  const count = 10 + Math.floor(random() * 900);
  const kind = Math.floor(random() * 4);
  return (turn) => {
    const told = turn() < 0.85 ? count : count + 1 + Math.floor(turn() * 40);
    const [when, then] = [pick(turn, ["on", "late on", "early on"]), pick(turn, ["by the evening", "within hours", "before noon", "in the rain"])];
    const says = pick(turn, SAID);
    const ways = [
      [`${capital(thing)} in ${place} ${did} ${when} ${day}.`, `${capital(when)} ${day} it was ${thing}, in ${place}, that ${did} ${then}.`, `In ${place}, ${thing} ${did} ${then}, on ${day}.`],
      [`${told} ${unit} were moved from ${place} ${when} ${day}, ${who} ${says}.`, `${who} ${says} that ${told} ${unit} had left ${place} ${then}.`, `From ${place} came ${told} ${unit}, all moved ${then}, according to ${who}.`],
      [`“${capital(speech)},” ${says.replace("told reporters", "said")} ${who}, the ${role}.`, `The ${role}, ${who}, was blunt. “${capital(speech)},” ${who} said ${then}.`, `${who} spoke ${then}: “${capital(speech)}.”`],
      [`${who}, the ${role}, ${says} that ${told} ${unit} had been counted near ${thing}.`, `Near ${thing} stood ${told} ${unit} ${then}, the ${role} ${says}.`, `A count ${then} gave ${told} ${unit} at ${thing}.`],
    ];
    return pick(turn, ways[kind] ?? []);
  };
}

function articleOf(facts: readonly Fact[], words: number, random: Random): string {
  const paragraphs: string[] = [];
  let written = 0;
  while (written < words) {
    const sentences = Array.from({ length: 3 }, () => (random() < 0.5 ? pick(random, facts)(random) : fillerOf(random)));
    const paragraph = sentences.join(" ");
    paragraphs.push(paragraph);
    written += paragraph.split(" ").length;
  }
  return paragraphs.join("\n\n");
}

function fillerOf(random: Random): string {
  const some = () => pick(random, WORDS);
  return capital(`the ${some()} of the ${some()} and the ${some()} had a ${some()} in the ${some()} when the ${some()} came with the ${some()}.`);
}
