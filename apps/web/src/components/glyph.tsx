import type { ClaimType, Stance, TagState, VerdictKind } from "@assay/domain";
import type { ReactNode } from "react";

/**
 * The tool's own small pictures, drawn on 16 × 16. Those of stance, state, verdict and claim type carry meaning and
 * are ours; everything generic comes from lucide-react.
 */
const PATHS = {
  verified: <path d="M2.8 8.6l3.3 3.4 7-8" strokeWidth="2.1" />,
  disputed: <path d="M2.5 5.9h11M2.5 10.1h11M10.6 2.6l-5.2 10.8" strokeWidth="1.9" />,
  missing: (
    <>
      <circle cx="8" cy="8" r="4.9" strokeWidth="1.8" />
      <path d="M3 13L13 3" strokeWidth="1.8" />
    </>
  ),
  draft: <circle cx="8" cy="8" r="5.2" strokeDasharray="2.6 2.04" />,
  submitted: (
    <>
      <circle cx="8" cy="8" r="5.2" />
      <path d="M8 3.2a4.8 4.8 0 010 9.6z" fill="currentColor" stroke="none" />
    </>
  ),
  approved: <circle cx="8" cy="8" r="5.8" fill="currentColor" stroke="none" />,
  changes_requested: <path d="M6 4.2L2.8 7.2 6 10.2M3 7.2h6.3a3.1 3.1 0 010 6.2H6.5" />,
  challenged: (
    <>
      <path d="M8 1.9L14.1 8 8 14.1 1.9 8z" />
      <path d="M8 5.6v3.1" strokeWidth="1.8" />
      <circle cx="8" cy="10.9" r=".95" fill="currentColor" stroke="none" />
    </>
  ),
  overturned: <path d="M5 13V3.2M2.4 5.8L5 3.2l2.6 2.6M11 3v9.8M8.4 10.2l2.6 2.6 2.6-2.6" />,
  stale: (
    <>
      <circle cx="8" cy="8" r="5.4" />
      <path d="M8 4.9V8l2.3 1.5" />
    </>
  ),
  withdrawn: <path d="M4.2 13V7.2a3.8 3.8 0 017.6 0V13M2.4 13.2h11.2" />,
  corroborated: <path d="M5 2.8v10.4M11 2.8v10.4" strokeWidth="3" />,
  single_source: (
    <>
      <path d="M5 2.8v10.4" strokeWidth="3" />
      <path d="M11 2.8v10.4" strokeWidth="3" strokeDasharray=".1 3.3" strokeOpacity=".55" />
    </>
  ),
  supported: <path d="M8 2.8v10.4" strokeWidth="3" />,
  conflicting: <path d="M6.6 8H1.8M4 5.4L1.4 8 4 10.6M9.4 8h4.8M12 5.4L14.6 8 12 10.6" strokeWidth="1.8" />,
  refuted: <path d="M8 2.4v11.2M3.4 8h9.2" transform="rotate(45 8 8)" strokeWidth="2.4" />,
  not_enough_evidence: (
    <path d="M5 2.8v10.4M11 2.8v10.4" strokeWidth="2.4" strokeDasharray=".1 3.4" strokeLinecap="round" />
  ),
  number: <path d="M6.2 2.5l-1.2 11M11 2.5l-1.2 11M2.8 6h10.6M2.4 10h10.6" />,
  date: (
    <>
      <rect x="2.5" y="3.5" width="11" height="10" rx="1" />
      <path d="M2.5 6.8h11M5.5 2v2.6M10.5 2v2.6" />
    </>
  ),
  event: <path d="M4 14V2.8h8.5L10.4 6l2.1 3.2H4" />,
  quote: <path d="M6.6 4.2C4.4 5 3.2 6.6 3.2 9v2.6h3.2V8.6H4.6M13 4.2c-2.2.8-3.4 2.4-3.4 4.8v2.6h3.2V8.6H11" />,
  attribution: <path d="M2.5 3.2h11v7.6H7.6L4.6 13.4v-2.6H2.5z" />,
  role: (
    <>
      <circle cx="8" cy="5.2" r="2.7" />
      <path d="M2.8 13.6c.6-3 2.6-4.4 5.2-4.4s4.6 1.4 5.2 4.4" />
    </>
  ),
  place: (
    <>
      <path d="M8 14.2C5 10.6 3.6 8.4 3.6 6.4a4.4 4.4 0 018.8 0c0 2-1.4 4.2-4.4 7.8z" />
      <circle cx="8" cy="6.4" r="1.4" />
    </>
  ),
  cause: <path d="M1.8 8h8.4M7.2 5l3 3-3 3M13.8 3.4v9.2" />,
  focus: <path d="M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10" />,
} as const satisfies Record<Stance | TagState | VerdictKind | ClaimType | "focus", ReactNode>;

export type GlyphName = keyof typeof PATHS;

/** Decoration beside words, unless it is given a `title`. */
export function Glyph({ name, title, className }: { name: GlyphName; title?: string; className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinejoin="round"
      className={className === undefined ? "icon" : `icon ${className}`}
      {...(title === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": title })}
    >
      {PATHS[name]}
    </svg>
  );
}
