/** What of a keyboard event matters here; a plain object in tests. */
export interface KeyPress {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/**
 * Does a press mean `spec`? Specs are `j`, `?`, `Escape`, `mod+k`, `shift+Enter`. `mod` is Command or Control.
 * Letters match in either case (Caps Lock), and by their place on the board where the layout is not Latin.
 * For signs such as `?` the shift key is part of the sign and not looked at.
 */
export function matchesKey(spec: string, press: KeyPress): boolean {
  const parts = spec.split(/\+(?=.)/);
  const wanted = parts[parts.length - 1] ?? "";
  const modifiers = parts.slice(0, -1);
  const mod = press.ctrlKey || press.metaKey;
  if (modifiers.includes("mod") !== mod || modifiers.includes("alt") !== press.altKey) return false;
  const letter = /^[a-z]$/.test(wanted);
  const named = wanted.length > 1;
  if ((letter || named) && modifiers.includes("shift") !== press.shiftKey) return false;
  if (press.key === wanted) return true;
  if (!letter) return false;
  if (press.key.toLowerCase() === wanted) return true;
  const foreign = press.key.length === 1 && press.key.charCodeAt(0) > 0x7f;
  return foreign && press.code === `Key${wanted.toUpperCase()}`;
}

const MOVES = /^[jknp.=\-[\]]$|^mod\+(?:shift\+)?g$|Arrow(?:Up|Down|Left|Right)$/;

/**
 * Does a key that is held do its thing over and over? Those that move or widen do. What decides or writes does so once
 * for each press: held too long, it would decide on what came after, which nobody has read.
 */
export function goesOnWhileHeld(spec: string): boolean {
  return MOVES.test(spec);
}
