const PATIENCE_MS = 600;

/** Goes to the field of a new thread on the focused cell, or on the claim, which a panel just opened may not show yet. */
export async function focusThreadField(): Promise<boolean> {
  const begun = performance.now();
  for (;;) {
    await new Promise(requestAnimationFrame);
    const field =
      document.querySelector<HTMLElement>(".insp-cell .threads > .composer textarea") ??
      document.querySelector<HTMLElement>(".insp .threads > .composer textarea");
    if (field !== null) {
      field.focus();
      return true;
    }
    if (performance.now() - begun > PATIENCE_MS) return false;
  }
}
