import { stem } from "../values/stem.ts";

/**
 * What may become of one thing, as reports word it: of each matter one side holds, and not two. Our own list, by what
 * reports disagree about; a bar parts the sides, an indented line goes on with the line above it. Phrases are met word
 * for word by their stems, so that irregular forms are written out.
 */
const MATTERS = `
killed, dead, died, dies, death, fatal, fatally, lost his life, lost her life, lost their lives | survived,
  survivor, alive, survives
injured, injury, injuries, wounded, wounds, hurt, hospitalised, hospitalized, taken to hospital, treated in
  hospital, in hospital, treated for, fracture, fractured, bruised, bruises, burns, broken leg, broken arm,
  concussion, casualties | unhurt, unharmed, uninjured, unscathed, without injury, unwounded, harmless,
  safe and sound
harmed, harm, damaged, damage, wrecked, ruined, burnt, burned, collapsed, smashed | undamaged, intact, unharmed,
  spared, unaffected
missing, unaccounted, disappeared, vanished, untraced | found, located, accounted
destroyed, destroy, burned, burnt, incinerated, pulped, shredded, demolished, scrapped, razed, torn down, pulled
  down | kept, preserved, stored, retained, saved, conserved, survive, archive, restored
arrested, detained, handcuffs, handcuffed, custody, jailed, jail, behind bars, led away, cell, cells, imprisoned,
  locked up, remanded | liberty, bail, freed, released, free man, walked free, set free, at large, on the run, let
  go, fled
convicted, conviction, guilty | acquitted, acquittal, cleared, not guilty, exonerated, innocent
charged, indicted, prosecuted, charges | charges dropped, case dropped, dropped the charges
upheld, confirmed the ruling, dismissed the appeal | overturned, quashed, struck down, annulled, reversed
sacked, fired, dismissed, ousted, removed from office | reinstated, kept his job, kept her job, stays on, remains in
  office, stay on, remain in office
resigned, resigns, resignation, stepped down, steps down, step down, quit, quits, stood down, stand down | stays,
  stay on, stays on, remain in, remains in, clings on, refused to go, refused to resign
agreed, agree, agreed on, reached, concluded, signed, settled, finalised, finalized | under discussion, being discussed,
  discussions are underway, discussions are under way, talks are underway, in talks, still talking, negotiating, under
  negotiation, being negotiated, not yet agreed, proposed
agreed, agrees, agree, agreement, accord, deal | disagreed, failed to agree, deadlock, stalemate, collapsed, broke
  down, no deal, broken off
accepted, accepts, accept, welcomed, welcomes, welcome, backed, backs, backing, supported, supports, endorsed,
  endorses, approved, approves, praised, praises, hailed, in favour, in favor | rejected, rejects, refused, refuses,
  opposed, opposes, criticised, criticized, criticises, condemned, condemns, denounced, attacked, against, vetoed,
  dismissed, declined, objected, disappointed
confirmed, confirms, acknowledged, admitted, admits, conceded | denied, denies, denial, disputed, rejected, refuted
commented, spoke, answered, replied, talked, talk, interview | declined to comment, would not comment, refused to
  comment, could not be reached, would not talk, kept silent, silent, would not be drawn, refused to speak, refused
  to talk, did not respond, unavailable for comment
unanimous, unanimously, united, without dissent, without opposition | split, divided, majority, dissent, dissented,
  dissenting, outvoted, disagreed
voted for, voted in favour, voted in favor, voted with, in favour, in favor, ayes | voted against, voted no,
  opposed, noes, abstained
hold, unchanged, on hold, left alone, steady, stable, kept at, held at | cut, raised, lowered, raise, lower,
  increase, increased, reduction, reduced
passed, approved, adopted, carried, cleared parliament, enacted, went through | defeated, failed, thrown out, voted
  down, fell, blocked, withdrawn, shelved
signed, signs, ratified, into law, sealed | unsigned, vetoed, sent back, returned
binding, binds, bind, obliges, enforceable, legally binding | non-binding, nonbinding, voluntary, declaration of
  intent, unenforceable, without legal force
voluntary, voluntarily, of its own accord, own initiative, precaution, precautionary | ordered, orders, compulsory,
  mandatory, forced, compelled, obliged, required, instructed, imposed
rose, risen, rises, rise, rising, increased, increases, increase, grew, grows, growth, climbed, climbs, jumped,
  gained, gains, surged, soared, up, higher, stronger, strengthened, advanced, accelerated | fell, fallen, falls,
  fall, falling, decreased, decrease, declined, declines, decline, dropped, drops, drop, shrank, shrunk, slipped,
  slips, slid, lost, sank, tumbled, plunged, down, lower, weaker, weakened, slowed, halved, shed
balanced, balance, neutral, even | tilted, tilt, skewed, weighted
won, wins, win, victory, victorious, beat, beats | lost, loses, lose, defeat, defeated, beaten
open, opened, opens, opening, reopened, reopens, reopen, reopening | closed, closes, closure, shut, shuts, close,
  sealed off, barred
running, runs, operating, operates, in service, in operation, working, works normally, as normal, normally, flying,
  flown, sailing, on schedule, uninterrupted, maintained | suspended, halted, stopped, cancelled, canceled,
  grounded, idle, standstill, at a standstill, out of service, paralysed, paralyzed, shut, shut down, axed, called
  off
resumed, resumes, resume, restarted, restarts, back in service, running again | suspended, halted, stopped, remains
  closed, still closed, frozen, paused
went ahead, going ahead, goes ahead, will go ahead, held as planned, as planned, proceed, proceeds, on schedule, on
  track | postponed, delayed, put off, deferred, pushed back, rescheduled, held up | cancelled, canceled, scrapped,
  called off, abandoned, axed, dropped, ditched
started, starts, start, began, begun, begins, begin, launched, launches | ended, ends, finished, finishes, stopped,
  ceased, completed
on strike, strike, walked out, walkout, downed tools, stopped work, stop work, joined the strike, picket | at work,
  reported for work, turned up for work, working normally, called off the strike, crossed the
  picket, stayed at work
sounded, sounds, went off, rang, triggered, raised the alarm, functioned, worked | silent, failed, disabled,
  switched off, never went off, malfunctioned, turned off, broken
working, worked, functioning, in order, in working order | broken, faulty, defective, out of order, failed,
  malfunctioned
locked, bolted, secured | unlocked, open, ajar
forced, broke in, broken into, smashed, crowbar | unlocked, let in, with a key, without force
applies, apply, covers, covered, includes, included, entitled, eligible, qualify, qualifies | excluded, excludes,
  exempt, exempted, exemption, left out, ineligible, leaves out, shut out
binding, final, irrevocable | provisional, preliminary, interim, temporary, subject to
permanent, permanently, for good | temporary, temporarily, interim, for now, stopgap
legal, lawful, legally, lawfully, legitimate, permitted, allowed | illegal, unlawful, illegally, unlawfully, banned,
  forbidden, prohibited, outlawed, unconstitutional
allowed, allows, allow, permitted, permits, lets, admitted, let in, authorised, authorized | banned, bans,
  ban, forbidden, prohibited, barred, refused entry, turned away, kept out, blocked
deliberate, deliberately, intentional, sabotage, arson, on purpose, attack, planned | accident, accidental,
  accidentally, mishap, by mistake, error, unintentional
plans, intends, intend, prepared, ready, considering, threatened, vowed, promised | ruled out, no plans, no
  intention, abandoned, dropped, given up, refused
ruled out, rules out, excluded, excludes, impossible | did not rule out, possible, left open, on the table,
  considering, not excluded
invited, invites | refused to meet, snubbed, boycotted, walked out, cancelled the meeting, uninvited, stayed away
attended, attends, present, took part, takes part, joined | absent, stayed away, boycotted, missed, did not attend,
  skipped
received, receives, got, has got, arrived | never arrived, unreceived, lost, undelivered
paid, pays, reimbursed, repaid, settled | unpaid, owes, owed, outstanding, defaulted, free of charge
insured, covered | uninsured
public, publicly, published, disclosed, revealed, made public, announced | secret, secretly, confidential,
  undisclosed, private, privately, kept secret, concealed, behind closed doors
known, identified, named, recognised, recognized | unknown, unidentified, unnamed, anonymous, mystery
searched, searching, hunting, hunted, sought, seeking, manhunt, wanted | called off the search
reached, reaches, entered, inside, hit, ashore, washed up, arrived | short of, spared, kept away, clear of, outside,
  stopped before
contained, under control, sealed, plugged, stopped | spreading, spread, out of control, leaking, still leaking,
  growing
safe, harmless, sound, no danger, no risk | dangerous, unsafe, hazardous, harmful, toxic, at risk, risk
clean, spotless, pure | dirty, polluted, contaminated, tainted, fouled
full, packed, sold out, crowded | empty, deserted, half empty, vacant
complete, entire, entirely | partial, partly, in part, incomplete
only, sole, solely, alone, single, unopposed, exclusively, exclusive | several, among others, others, competing,
  rivals, along with, together with
early, ahead of schedule, ahead of time, on time, punctual | late, behind schedule, delayed, overdue
richer, profit, profits, profitable, surplus, gain | poorer, loss, losses, loss-making, deficit
bought, buys, purchased, acquired, takeover | sold, sells, sale, divested
hired, hires, recruited, appointed, appoints, named | sacked, fired, laid off, redundant, dismissed, made redundant
lifted, lifts, relaxed, eased, loosened, abolished, repealed, scrapped | imposed, imposes, tightened, introduced, in
  force, extended, kept
in force, in effect, valid, in place, effective | expired, lapsed, lifted, repealed, void, no longer
extended, extends, prolonged, renewed | expired, shortened, ended, cut short, lapsed
frozen, froze, freeze, suspended, suspend, on ice, on hold, halted | goes ahead, continue, continued, continues,
  resume, unfrozen, proceed
increased security, stepped up, reinforced | scaled back, cut back, reduced, run down
changed, changes, altered, amended, revised, cut, raised | unchanged, stayed the same, remains the same, as before
owned, owns, his own, her own | rented, leased, borrowed, on loan, belongs to
genuine, authentic, original, real | fake, forged, forgery, counterfeit, copy, replica, bogus
true, accurate, correct, right | false, inaccurate, untrue, wrong, incorrect, misleading, lie, lies
proved, proven, evidence, established, proof | unproven, unfounded, baseless, no evidence, without foundation
responsible, blamed, at fault, to blame, liable, negligent | blameless, cleared, not to blame, exonerated, faultless
warned, warning, was told, notified, informed, alerted | without warning, unannounced, unaware, not told,
  uninformed, surprise
armed, gun, guns, weapon, weapons, knife | unarmed
awake | asleep, sleeping
sober | drunk, intoxicated, over the limit
stationary, standing, parked, stopped, still | moving, travelling, rolling, speeding, in motion
inside, indoors, within | outside, outdoors
daylight, in daylight, midday, afternoon, noon | night, darkness, midnight, after dark
alone, on his own, on her own, single-handed | with others, accomplice, accomplices, gang, together with,
  accompanied
peaceful, peacefully, calm, orderly | violent, violence, clashes, clashed, riot, riots, chaos
calm, relaxed, confident | worried, alarmed, panic, fearful, anxious
popular | unpopular
likely, probable, probably | unlikely, improbable
rich in, plenty, ample, abundant, enough, sufficient | shortage, shortages, scarce, insufficient, too few, lack, run
  out, ran out
equal, equally, evenly, fifty-fifty, alike | unequal, most of, larger share, lion's share
immediately, immediate, at once, with immediate effect, straight away, on the spot, instantly | later, eventually,
  after a delay, in due course, gradually, at the end of
returned, gave back, handed back, brought back | kept, stolen, withheld, never returned
lawsuit, sued, sues, suing, court | settled, settlement, out of court, dropped the case
won the appeal, appeal, appeals, appealed, will appeal | accepts the verdict, accepted the verdict, will not appeal,
  no appeal, waived
`;

/** A side of a matter, met in a clause; indices are of its tokens. */
export interface Mention {
  matter: number;
  side: number;
  at: number;
  end: number;
}

interface Phrase {
  words: string[];
  matter: number;
  side: number;
}

const BY_FIRST = new Map<string, Phrase[]>();
/** How many sides each matter has. */
export const SIDES: number[] = [];
for (const [matter, line] of MATTERS.trim().replaceAll("\n  ", " ").split("\n").entries()) {
  const sides = line.split("|");
  SIDES.push(sides.length);
  for (const [side, list] of sides.entries()) {
    const phrases = list.split(",").map((phrase) => phrase.trim().split(/[\s-]+/).map((word) => stem(word)).join(" "));
    for (const phrase of new Set(phrases)) {
      const words = phrase.split(" ");
      const first = words[0] ?? "";
      const known = BY_FIRST.get(first);
      if (known) known.push({ words, matter, side });
      else BY_FIRST.set(first, [{ words, matter, side }]);
    }
  }
}

/** Which sides of which matters the words are on; a phrase stands for the shorter ones in it. Names are on none. */
export function mentions(tokens: readonly { stem: string; kind: string; name: boolean }[]): Mention[] {
  const words = tokens.flatMap(({ stem: word, kind, name }, at) => (kind === "word" ? [{ word, name, at }] : []));
  const found: Mention[] = [];
  words.forEach(({ word, name, at }, i) => {
    if (name) return;
    for (const phrase of BY_FIRST.get(word) ?? []) {
      if (!phrase.words.every((one, k) => words[i + k]?.word === one)) continue;
      const last = words[i + phrase.words.length - 1]?.at ?? at;
      found.push({ matter: phrase.matter, side: phrase.side, at, end: last + 1 });
    }
  });
  return found.filter((one) => !found.some((other) => other.matter === one.matter && covers(other, one)));
}

const covers = (outer: Mention, inner: Mention): boolean =>
  outer.at <= inner.at && inner.end <= outer.end && outer.end - outer.at > inner.end - inner.at;
