import { useState } from "react";
import { flushSync } from "react-dom";
import { Button } from "../../components/button.tsx";
import { Field, FormError, Input, focusInvalid } from "../../components/field.tsx";
import { notify } from "../../components/toast.tsx";
import { queryClient } from "../../trpc.ts";
import { checkName } from "./account-checks.ts";
import { changeName } from "./auth.ts";
import type { SignedIn } from "./me.ts";

export function NameForm({ user }: { user: SignedIn }) {
  const [name, setName] = useState(user.name);
  const [error, setError] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const isSame = name.trim() === user.name;
  const save = async (form: HTMLFormElement) => {
    const lacking = checkName(name);
    setError(lacking);
    setProblem(null);
    if (lacking !== null) return focusInvalid(form);
    setBusy(true);
    const outcome = await changeName(user.id, name.trim());
    setBusy(false);
    if (outcome.ok) {
      notify({ text: "Your name is changed." });
      // It stands in almost every answer.
      await queryClient.invalidateQueries();
    } else if (outcome.code.startsWith("NAME_")) {
      // On the screen before the focus goes there.
      flushSync(() => setError(outcome.message));
      focusInvalid(form);
    } else setProblem(outcome.message);
  };
  return (
    <form
      className="accountpage-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && !isSame) void save(event.currentTarget);
      }}
    >
      <Field
        label="Name"
        error={error}
        hint="Shown beside all your work, also what you did before. Released reports keep the name they were released with."
      >
        {(ids) => (
          <Input
            {...ids}
            name="name"
            autoComplete="name"
            required
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <FormError>{problem}</FormError>
      <Button type="submit" disabledReason={busy ? "One moment." : isSame ? "The name has not changed." : null}>
        Change the name
      </Button>
    </form>
  );
}
