import { fold } from "../../../components/fold.ts";
import type { Place, PlaceKind } from "./place.ts";
import { PLACE_KINDS } from "./place.ts";

export interface PlaceGroup {
  kind: PlaceKind;
  places: Place[];
  /** How many more of the kind were found than are listed. */
  more: number;
}

/** More are not read; another word narrows them. */
const LISTED: Record<PlaceKind, number> = { claim: 12, source: 9, page: 12, person: 6, case: 8 };

/** Lower is nearer. */
const NEAREST = 0;
const FARTHEST = 4;

/**
 * The places that hold every word of `query`, nearest first: one whose number it is, one whose name begins with it,
 * one whose words begin with its words, then any; of two, the one that has the words whole, so that "Storm 1" leads to
 * Storm 1 and not to Storm 19. The kind of the nearest place comes first; without a query all
 * places stand in the order given. Words are compared without regard to case and accents.
 */
export function findPlaces(places: readonly Place[], query: string): PlaceGroup[] {
  const wanted = fold(query).trim().replace(/\s+/gu, " ");
  const found = new Map<PlaceKind, { place: Place; distance: number }[]>();
  for (const place of places) {
    const distance = distanceTo(place, wanted);
    if (distance === null) continue;
    const ofKind = found.get(place.kind) ?? [];
    ofKind.push({ place, distance });
    found.set(place.kind, ofKind);
  }
  const groups = PLACE_KINDS.flatMap((kind) => {
    const hits = (found.get(kind) ?? []).toSorted((a, b) => a.distance - b.distance);
    const [first] = hits;
    if (first === undefined) return [];
    const listed = hits.slice(0, LISTED[kind]).map(({ place }) => place);
    return [{ nearest: first.distance, group: { kind, places: listed, more: hits.length - listed.length } }];
  });
  return groups.toSorted((a, b) => a.nearest - b.nearest).map(({ group }) => group);
}

function distanceTo(place: Place, wanted: string): number | null {
  if (wanted === "") return NEAREST;
  const code = fold(place.code);
  if (code !== "" && (wanted === code || wanted === code.replace(/^\D+/u, ""))) return NEAREST;
  const text = fold(`${place.name} ${place.hint}`);
  const words = wanted.split(" ");
  // A number is looked for whole: "1" and "c1" do not mean the claims from C10 on.
  if (!words.every((word) => word === code || text.includes(word))) return null;
  if (place.isPast) return FARTHEST;
  const name = fold(place.name);
  if (name.startsWith(wanted)) return endsWord(name, wanted.length) ? 1 : 1.5;
  if (words.every((word) => word === code || beginsWord(text, word, true))) return 2;
  return words.every((word) => word === code || beginsWord(text, word)) ? 2.5 : 3;
}

const INSIDE_WORD = /[\p{L}\p{N}]/u;

function endsWord(text: string, at: number): boolean {
  return !INSIDE_WORD.test(text.charAt(at));
}

function beginsWord(text: string, word: string, whole = false): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const begins = at === 0 || !INSIDE_WORD.test(text.charAt(at - 1));
    if (begins && (!whole || endsWord(text, at + word.length))) return true;
  }
  return false;
}
