/** What a check of a case's log came to. Numbers are left out where they would tell of blind cells (B1). */
export type LogFinding =
  | { ok: true; events: number | null }
  | { ok: false; number: number | null; reason: string };

/** What a check of the log means, for somebody who has to decide whether to rely on the case (E2). */
export function logWords(finding: LogFinding): { title: string; sentences: string[] } {
  if (finding.ok) {
    const { events } = finding;
    const whole = events === null ? "The log is whole" : `All ${events} entries are as they were written`;
    const sentences = [
      "None is missing, added, moved or altered: each carries a hash of itself and of the entry before it.",
    ];
    return { title: whole, sentences };
  }
  const { number, reason } = finding;
  const sentences = [reason];
  if (number !== null && number > 1) {
    const before = number === 2 ? "Entry 1 is" : `Entries 1 to ${number - 1} are`;
    sentences.push(`${before} as written. From entry ${number} on the log proves nothing any more.`);
  }
  sentences.push(
    "This does not happen in use: the server can add entries and nothing else, so somebody wrote to the database itself.",
    "Publish nothing from this case. Compare it with a backup, or with a log kept by “assay verify --keep”.",
  );
  return { title: number === null ? "The log was altered" : `The log is broken at entry ${number}`, sentences };
}
