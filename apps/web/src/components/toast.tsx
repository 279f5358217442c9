import "./toast.css";
import { Check, TriangleAlert, X } from "lucide-react";
import { useLayoutEffect, useRef } from "react";
import type { ReactNode } from "react";
import { Toaster as Sonner, toast } from "sonner";
import { Button, IconButton } from "./button.tsx";

interface Notice {
  text: string;
  /** `refusal` stays longer, and says by its sign that something did not happen. */
  tone?: "done" | "refusal";
  action?: { label: string; kbd?: string; run: () => void };
}

/** Whoever tabs past a notice, or leaves it by a key, is where they went: the library would call them back. */
const KEEPS_OUT = { "data-dismissible": "false" };

/** Gives the focus back to where it came from when the notice goes while it holds it, and only then. */
function Toast({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const notice = box.current?.closest("li");
    if (!notice) return undefined;
    let from: HTMLElement | null = null;
    const note = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget instanceof HTMLElement && !notice.contains(relatedTarget)) from = relatedTarget;
    };
    notice.addEventListener("focusin", note);
    return () => {
      notice.removeEventListener("focusin", note);
      if (notice.contains(document.activeElement)) from?.focus({ preventScroll: true });
    };
  }, []);
  return (
    <div className="toast" ref={box}>
      {children}
    </div>
  );
}

/** The last of what was done, and of what was done and can be taken back. */
const last = { said: "", offered: "" };

/**
 * One sentence at the lower edge. The same words twice replace each other instead of piling up, and so do two things
 * done; what offers a way back gives way only to what offers another. What was refused stands beside them until its
 * time is over, never behind.
 */
export function notify({ text, tone = "done", action }: Notice): void {
  if (tone === "done") {
    const kind = action === undefined ? "said" : "offered";
    if (last[kind] !== text) toast.dismiss(last[kind]);
    last[kind] = text;
  }
  toast.custom(
    (id) => (
      <Toast>
        {tone === "done" ? (
          <Check className="icon" aria-hidden />
        ) : (
          <TriangleAlert className="icon toast-refusal" aria-hidden />
        )}
        <span className="toast-text">{text}</span>
        {action === undefined ? null : (
          <Button
            variant="quiet"
            {...(action.kbd === undefined ? {} : { kbd: action.kbd })}
            {...KEEPS_OUT}
            onClick={() => {
              toast.dismiss(id);
              action.run();
            }}
          >
            {action.label}
          </Button>
        )}
        <IconButton small label="Dismiss" {...KEEPS_OUT} onClick={() => toast.dismiss(id)}>
          <X className="icon" aria-hidden />
        </IconButton>
      </Toast>
    ),
    // What can be swiped away has its focus minded by the library, and that takes it from whoever has moved on.
    { id: text, duration: tone === "done" ? 5_000 : 12_000, dismissible: false },
  );
}

/** Takes a sentence back that no longer holds. */
export function dismissNotice(text: string): void {
  toast.dismiss(text);
}

export function Toaster() {
  // The library hides the oldest above its number: a refusal, and what nobody could take back any more.
  return <Sonner expand visibleToasts={6} position="bottom-left" offset={{ bottom: 38, left: 14 }} mobileOffset={{ bottom: 12 }} gap={8} />;
}
