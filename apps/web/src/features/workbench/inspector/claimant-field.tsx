import { useEffect, useRef, useState } from "react";
import { ConflictDialog } from "../../case/conflict-dialog.tsx";
import { useBenchParts } from "../state/bench-context.tsx";

interface ClaimantFieldProps {
  claimant: string;
  disabled: boolean;
  onSave: (claimant: string) => void;
}

/** Who makes the claim: saved when the field is left. */
export function ClaimantField({ claimant, disabled, onSave }: ClaimantFieldProps) {
  const { nav } = useBenchParts();
  const [text, setText] = useState(claimant);
  const [clash, setClash] = useState<{ theirs: string; mine: string } | null>(null);
  const shown = useRef(claimant);
  /** What stood there when the first letter was changed (E5). */
  const begun = useRef(claimant);
  const givenUp = useRef(false);
  useEffect(() => {
    // Somebody else's claimant never replaces what is being typed here.
    const before = shown.current;
    shown.current = claimant;
    setText((now) => (now === before ? claimant : now));
  }, [claimant]);
  const leave = () => {
    const mine = text.trim();
    if (givenUp.current || mine === claimant) setText(claimant);
    else if (begun.current === claimant) onSave(mine);
    else setClash({ theirs: claimant, mine });
    givenUp.current = false;
  };
  return (
    <>
      <input
        className="insp-claimant"
        aria-label="Claimant"
        placeholder={disabled ? "No claimant" : "Claimant: who says so"}
        value={text}
        readOnly={disabled}
        onChange={(event) => {
          if (text === claimant) begun.current = claimant;
          setText(event.target.value);
        }}
        onBlur={leave}
        onKeyDown={(event) => {
          givenUp.current = event.key === "Escape";
          if (event.key === "Enter" || event.key === "Escape") nav.leaveField(event.currentTarget);
        }}
      />
      {clash === null ? null : (
        <ConflictDialog
          open
          title="Somebody changed the claimant while you were writing"
          description="Both are kept until you decide."
          theirs={{ heading: "Saved meanwhile", text: clash.theirs === "" ? "No claimant" : clash.theirs }}
          yours={{ heading: "Yours, not saved yet", text: clash.mine === "" ? "No claimant" : clash.mine }}
          onKeepTheirs={() => {
            setText(claimant);
            setClash(null);
          }}
          onSaveMine={() => {
            begun.current = claimant;
            onSave(clash.mine);
            setClash(null);
          }}
          onClose={() => setClash(null)}
        />
      )}
    </>
  );
}
