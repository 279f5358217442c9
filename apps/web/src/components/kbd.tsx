import "./kbd.css";

const NAMES: Record<string, string> = {
  Enter: "↵",
  Escape: "Esc",
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  " ": "Space",
  shift: "Shift",
  alt: "Alt",
};

/** A key as printed on it: single letters in capitals, "mod" as the machine's own. */
export function keyName(key: string): string {
  return key
    .split(/\+(?=.)/)
    .map((part) =>
      part === "mod" ? (isMac() ? "⌘" : "Ctrl") : (NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part)),
    )
    .join(" ");
}

function isMac(): boolean {
  return typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.platform);
}

export function Kbd({ children }: { children: string }) {
  return <kbd className="kbd">{keyName(children)}</kbd>;
}
