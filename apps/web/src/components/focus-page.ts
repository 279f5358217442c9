/** For what goes away with the press on it: where that left the focus nowhere, the page has it. */
export function focusPageIfLost(): void {
  if (document.activeElement !== document.body && document.activeElement !== null) return;
  document.getElementById("main")?.focus({ preventScroll: true });
}
