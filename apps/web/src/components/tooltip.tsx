import "./tooltip.css";
import { Tooltip as Radix } from "radix-ui";
import type { ReactElement } from "react";
import { useState } from "react";
import { Kbd } from "./kbd.tsx";

interface TooltipProps {
  /** Empty: nothing to say now, and nothing is taken from what the child does. */
  text: string;
  kbd?: string;
  /** Also on a press, for fingers: what cannot be hovered still has to say why. */
  openOnPress?: boolean;
  children: ReactElement;
}

/** Needs one `TooltipProvider` above it; the root layout has it. */
export function Tooltip({ text, kbd, openOnPress = false, children }: TooltipProps) {
  const [open, setOpen] = useState(false);
  return (
    <Radix.Root open={open && text !== ""} onOpenChange={setOpen} disableHoverableContent>
      <Radix.Trigger
        asChild
        onClick={(event) => {
          if (!openOnPress || text === "") return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {children}
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className="tooltip" sideOffset={5} collisionPadding={8}>
          {text}
          {kbd === undefined ? null : <Kbd>{kbd}</Kbd>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export const TooltipProvider = Radix.Provider;
