import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";

interface DiscardDialogProps {
  number: number;
  onClose: () => void;
  onDiscard: () => void;
}

export function DiscardDialog({ number, onClose, onDiscard }: DiscardDialogProps) {
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Give up this draft"
      description={`What was written since revision ${number} is taken off this device. It cannot be brought back.`}
      footer={
        <>
          <span className="grow" />
          <Button onClick={onClose}>Keep it</Button>
          <Button variant="danger" onClick={onDiscard}>
            Give it up
          </Button>
        </>
      }
    />
  );
}
