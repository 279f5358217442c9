import "./button.css";
import "./dialog.css";
import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { useLayoutEffect, useRef } from "react";
import { focusPageIfLost } from "./focus-page.ts";

interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** One sentence under the title; read out when the dialog opens. */
  description?: ReactNode;
  /** `sheet` rises from the lower edge on a phone and stands at the right elsewhere. */
  shape?: "normal" | "wide" | "sheet";
  /** Called before the dialog closes by Escape, a press outside or its cross. Return false to keep it open. */
  mayClose?: () => boolean;
  /** Asked on closing. False where it leads elsewhere: then the page has the focus, not what opened the dialog. */
  returnsFocus?: () => boolean;
  footer?: ReactNode;
  children?: ReactNode;
}

export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  shape = "normal",
  mayClose,
  returnsFocus,
  footer,
  children,
}: DialogProps) {
  const change = (next: boolean) => {
    if (!next && mayClose !== undefined && !mayClose()) return;
    onOpenChange(next);
  };
  // Dialogs open by key or by state, so that Radix knows no trigger to give the focus back to.
  const opener = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (open) opener.current = document.activeElement;
  }, [open]);
  return (
    <Radix.Root open={open} onOpenChange={change}>
      <Radix.Portal>
        <Radix.Overlay className="dialog-veil" />
        <Radix.Content
          className={`dialog dialog-${shape}`}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            giveBack(returnsFocus?.() === false ? null : opener.current);
          }}
          {...(description === undefined ? { "aria-describedby": undefined } : {})}
        >
          <header className="dialog-head">
            <Radix.Title className="dialog-title">{title}</Radix.Title>
            {description === undefined ? null : (
              <Radix.Description className="dialog-description">{description}</Radix.Description>
            )}
          </header>
          <div className="dialog-body">{children}</div>
          {footer === undefined ? null : <footer className="dialog-foot">{footer}</footer>}
          {/* Last in order, so that the focus starts at what the dialog is for. */}
          <Radix.Close className="btn-icon dialog-close" aria-label="Close" title="Close (Esc)">
            <X className="icon" aria-hidden />
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Where the closing left the focus nowhere: to what opened the dialog, or else to the page. */
function giveBack(opener: Element | null): void {
  if (document.activeElement !== document.body && document.activeElement !== null) return;
  if (opener instanceof HTMLElement && opener.isConnected && opener !== document.body) opener.focus({ preventScroll: true });
  else focusPageIfLost();
}
