import { STANCES, stanceWord } from "@assay/domain";
import { longDate } from "../dates.ts";
import { capitalised, figure } from "../prose.ts";
import type { ReportSnapshot } from "../snapshot/report-snapshot.ts";
import { NO_HASH, verifySteps } from "../report-words.ts";
import type { PrintedClosing } from "./printed-report.ts";

/** What stands at the end of every report, whatever its blocks: who signed, what froze it, and how to verify. */
export function printClosing(snapshot: ReportSnapshot): PrintedClosing {
  const { log, counts, release, generator } = snapshot;
  const settled = STANCES.map((stance) => `${figure(counts.stances[stance])} ${stanceWord(stance)}`).join(", ");
  const isBlind = log.lastHash === "";
  const facts = [
    ...(release === undefined
      ? []
      : [
          fact("Release", `${figure(release.number)}, ${longDate(release.releasedAt)}, by ${release.releasedBy}`),
        ]),
    fact("Log position", isBlind ? capitalised(NO_HASH) : `event ${figure(log.lastEvent)}`),
    ...(isBlind ? [] : [fact("Hash of that event", log.lastHash, true)]),
    fact("Settled cells", `${settled}; ${figure(counts.attributed)} attributed`),
    fact("Passages", figure(counts.passages)),
  ];
  const frozen = isBlind ? "frozen while cells were blind" : `frozen at event ${figure(log.lastEvent)} of its log`;
  return {
    signatures: (release?.signatures ?? []).map(({ name, role, at }) => ({ name, line: `${role}, ${longDate(at)}` })),
    sha256: release?.sha256 ?? null,
    steps: verifySteps(snapshot),
    facts,
    colophon: `${snapshot.case.title}, ${frozen}. Made with ${generator}.`,
  };
}

function fact(name: string, value: string, isHash = false): PrintedClosing["facts"][number] {
  return { name, value, isHash };
}
