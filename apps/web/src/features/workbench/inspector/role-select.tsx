import { EVIDENCE_ROLES } from "@assay/domain";
import type { EvidenceRole } from "@assay/domain";
import { useEffect, useRef, useState } from "react";
import { usePending } from "../state/use-pending.ts";

interface RoleSelectProps {
  role: EvidenceRole;
  onTurn: (role: EvidenceRole) => Promise<unknown>;
}

/**
 * A button until it is pressed, then the choice itself. For each list box that comes to a page Chromium looks through all
 * of its form fields, to fill them in; with one beside every passage that took longer than painting a mark.
 */
export function RoleSelect({ role, onTurn }: RoleSelectProps) {
  const [shown, press] = usePending(role);
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLSelectElement>(null);
  const goesBack = useRef(false);
  useEffect(() => {
    if (open) {
      list.current?.focus();
      // Where the press that led here no longer counts as one, the list is there and waits for a key.
      if (navigator.userActivation?.isActive === true) list.current?.showPicker?.();
    } else if (goesBack.current) button.current?.focus();
    goesBack.current = false;
  }, [open]);
  const close = () => {
    goesBack.current = document.activeElement === list.current;
    setOpen(false);
  };
  if (!open) {
    return (
      <button
        ref={button}
        type="button"
        className="insp-role"
        aria-label={`Role of this passage: ${shown}`}
        aria-haspopup="listbox"
        onClick={() => setOpen(true)}
      >
        {shown}
      </button>
    );
  }
  return (
    <select
      ref={list}
      aria-label="Role of this passage"
      value={shown}
      onBlur={() => setOpen(false)}
      onKeyDown={(event) => {
        if (event.key === "Escape" || event.key === "Enter") close();
      }}
      onChange={(event) => {
        const next = EVIDENCE_ROLES.find((one) => one === event.target.value);
        if (next !== undefined && next !== shown) press(next, onTurn(next));
      }}
    >
      {EVIDENCE_ROLES.map((one) => (
        <option key={one}>{one}</option>
      ))}
    </select>
  );
}
