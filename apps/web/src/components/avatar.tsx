import "./avatar.css";

/** "Ana Marsh" → "AM", "Priya" → "P". */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const picked = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  // By character, not by code unit: names begin with letters beyond the basic plane too.
  return picked
    .map((word) => Array.from(word ?? "")[0] ?? "")
    .join("")
    .toLocaleUpperCase();
}

interface AvatarProps {
  name: string;
  small?: boolean;
  /** The one who is looking. */
  me?: boolean;
}

export function Avatar({ name, small = false, me = false }: AvatarProps) {
  const classes = ["avatar", small ? "avatar-small" : "", me ? "avatar-me" : ""].filter(Boolean).join(" ");
  return (
    <span className={classes} title={name}>
      <span aria-hidden>{initials(name)}</span>
      <span className="vh">{name}</span>
    </span>
  );
}
