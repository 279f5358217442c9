import "./account.css";
import type { ReactNode } from "react";
import { Button } from "../../components/button.tsx";
import { FormError } from "../../components/field.tsx";

interface AccountFormProps {
  problem: string | null;
  busy: boolean;
  submit: string;
  onSubmit: () => void;
  children: ReactNode;
}

/** Fields, the sentence that says what is wrong, one button. */
export function AccountForm({ problem, busy, submit, onSubmit, children }: AccountFormProps) {
  return (
    <form
      className="account"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onSubmit();
      }}
    >
      {children}
      <FormError>{problem}</FormError>
      <Button type="submit" variant="primary" className="account-submit" disabledReason={busy ? "One moment." : null}>
        {submit}
      </Button>
    </form>
  );
}
