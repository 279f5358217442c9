import { stem } from "../values/stem.ts";

/**
 * Words that cannot both hold of one thing at one time, chosen for what reports disagree about. Our own list: short,
 * verbs and adjectives by their dictionary form; a group on each side of the bar stands against every word of the other.
 */
const PAIRS = `
postpone delay defer reschedule | cancel scrap abandon | proceed
postpone cancel scrap call-off abandon | hold
convict guilty | acquit clear exonerate innocent
accept welcome back support endorse approve favour favor | reject refuse oppose criticise criticize condemn veto disapprove
confirm admit acknowledge | deny dispute rebut
pass adopt approve | fail reject defeat
pass | fail
win | lose
rise increase grow climb gain jump surge up higher widen raise | fall decrease decline drop shrink slip lower plunge down slide cut narrow reduce
strengthen stronger firm | weaken weaker slip soften
cut lower reduce trim | raise increase unchanged hold
expand | contract
open reopen | close shut closed
arrive come enter | leave depart exit
start begin launch | end finish stop cease halt
sign ratify | veto
join | quit leave
remain | resign quit
appoint hire name | dismiss sack fire remove
arrest detain jail | release free liberty
alive survive | dead die kill
injure hurt wound harm | unharmed unhurt uninjured safe
safe | dangerous unsafe
legal lawful | illegal unlawful
binding bind | non-binding voluntary
voluntary voluntarily | order compulsory mandatory
unanimous unanimously | split divided
majority | minority
permanent | temporary interim
public | private secret
true | false
full | empty
first | last
before | after
above | below
more | fewer less
allow permit legalise legalize | ban forbid prohibit outlaw
include | exclude
agree | disagree refuse
succeed | fail
intact | destroyed damaged
destroy | keep preserve
new | old
young | old
big large huge | small little tiny
long | short
tall | short
high | low
hot warm | cold cool
wet | dry
dirty | clean
loud noisy | quiet silent
talk speak sing shout | silent
happy | sad
fast quick quickly | slow slowly
asleep sleep | awake
sit | stand run walk
lie | stand run
stationary motionless immobile still | move run swim
fill | empty drain
buy | sell
lend | borrow
push | pull
throw | catch
put add | remove
lock | unlock
light bright | dark
day | night
inside indoors indoor | outside outdoors outdoor
alone | crowd together
love | hate
remember | forget
find | lose
build | demolish
attack | defend
rich | poor
strong | weak
heavy | light
thick | thin
deep | shallow
rough | smooth
sharp | blunt
early | late
ascend | descend
float | sink
freeze | melt
wear | remove
awake | asleep
land | take-off
hire | fire
upside | downside balanced
tilt | balance
frozen freeze suspend | resume
sole only | several
`;

const AGAINST = new Map<string, Set<string>>();
for (const line of PAIRS.trim().split("\n")) {
  const sides = line.split("|").map((side) => side.trim().split(/\s+/).map(stem));
  for (const [at, side] of sides.entries()) {
    for (const [other, words] of sides.entries()) {
      if (at === other) continue;
      for (const word of side) {
        const set = AGAINST.get(word) ?? new Set<string>();
        for (const opposite of words) if (opposite !== word) set.add(opposite);
        AGAINST.set(word, set);
      }
    }
  }
}

const PREFIXED = /^(?:un|non|dis|in|im|ir|il)(.{4,})$/;
const NONE: ReadonlySet<string> = new Set();
const known = new Map<string, ReadonlySet<string>>();

/**
 * The stems that exclude this one and that it tells by itself: those listed, and what a prefix in it denies ("unharm":
 * "harm"). "Harm" does not name "unharm": of a pair by prefix only one word knows the other.
 */
export function opposites(stem: string): ReadonlySet<string> {
  let found = known.get(stem);
  if (found === undefined) {
    const listed = AGAINST.get(stem) ?? NONE;
    const bare = PREFIXED.exec(stem)?.[1];
    found = bare === undefined ? listed : new Set([...listed, bare]);
    if (known.size > 50_000) known.clear();
    known.set(stem, found);
  }
  return found;
}

/** Do these two stems exclude one another? */
export const opposed = (a: string, b: string): boolean => opposites(a).has(b) || opposites(b).has(a);
