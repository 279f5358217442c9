import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { retryNow, useQueueState } from "../case/case-sync.ts";

interface SignOutDialogProps {
  onStay: () => void;
  onLeave: () => void;
}

/** Somebody signs out while changes are still on their way: nothing is lost, but it is not at the desk either. */
export function SignOutDialog({ onStay, onLeave }: SignOutDialogProps) {
  const { kept, lasting } = useQueueState();
  const count = kept.length === 1 ? "1 change has" : `${kept.length} changes have`;
  const then = lasting
    ? "They stay on this device, are shown to nobody else who signs in here, and are sent when you sign in again."
    : "This browser keeps nothing: they are lost when you sign out.";
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onStay())}
      title="Sign out with unsent changes"
      description={kept.length === 0 ? "Everything has reached the desk by now." : `${count} not reached the desk. ${then}`}
      footer={
        <>
          {kept.length === 0 ? null : (
            <Button variant="quiet" onClick={retryNow}>
              Try now
            </Button>
          )}
          <span className="grow" />
          <Button onClick={onLeave}>Sign out</Button>
          <Button variant="primary" onClick={onStay}>
            Stay
          </Button>
        </>
      }
    >
      <ul>
        {kept.map((one) => (
          <li key={one.id}>{one.label}</li>
        ))}
      </ul>
    </Dialog>
  );
}
