const PATIENCE_MS = 600;

/** Goes to the field of the focused cell's thread, or of the claim's, which a panel just opened may not show yet. */
export async function focusThreadField(): Promise<boolean> {
  const begun = performance.now();
  for (;;) {
    await new Promise(requestAnimationFrame);
    const field =
      document.querySelector<HTMLElement>(".insp-cell .threads textarea") ??
      document.querySelector<HTMLElement>(".insp .threads textarea");
    if (field !== null) {
      field.focus();
      return true;
    }
    if (performance.now() - begun > PATIENCE_MS) return false;
  }
}
