import "./toast.css";
import { Check, TriangleAlert, X } from "lucide-react";
import { Toaster as Sonner, toast } from "sonner";
import { Button, IconButton } from "./button.tsx";

interface Notice {
  text: string;
  /** `refusal` stays longer, and says by its sign that something did not happen. */
  tone?: "done" | "refusal";
  action?: { label: string; kbd?: string; run: () => void };
}

/** One sentence at the lower edge. The same words twice replace each other instead of piling up. */
export function notify({ text, tone = "done", action }: Notice): void {
  toast.custom(
    (id) => (
      <div className="toast">
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
            onClick={() => {
              toast.dismiss(id);
              action.run();
            }}
          >
            {action.label}
          </Button>
        )}
        <IconButton small label="Dismiss" onClick={() => toast.dismiss(id)}>
          <X className="icon" aria-hidden />
        </IconButton>
      </div>
    ),
    { id: text, duration: tone === "done" ? 5_000 : 12_000 },
  );
}

/** Takes a sentence back that no longer holds. */
export function dismissNotice(text: string): void {
  toast.dismiss(text);
}

export function Toaster() {
  return <Sonner position="bottom-left" offset={{ bottom: 38, left: 14 }} mobileOffset={{ bottom: 12 }} gap={8} />;
}
