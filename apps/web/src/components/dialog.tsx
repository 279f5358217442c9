import "./button.css";
import "./dialog.css";
import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";

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
  footer,
  children,
}: DialogProps) {
  const change = (next: boolean) => {
    if (!next && mayClose !== undefined && !mayClose()) return;
    onOpenChange(next);
  };
  return (
    <Radix.Root open={open} onOpenChange={change}>
      <Radix.Portal>
        <Radix.Overlay className="dialog-veil" />
        <Radix.Content
          className={`dialog dialog-${shape}`}
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
