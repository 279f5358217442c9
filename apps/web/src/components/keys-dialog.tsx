import "./keys-dialog.css";
import { create } from "zustand";
import { Dialog } from "./dialog.tsx";
import { Kbd } from "./kbd.tsx";
import { useKeyScopes, useKeys } from "./keys.ts";
import type { KeyScope } from "./keys.ts";

const useKeysDialog = create<{ open: boolean }>(() => ({ open: false }));

const NONE: readonly KeyScope[] = [];

export function openKeysDialog(): void {
  useKeysDialog.setState({ open: true });
}

/** Every key that does something on this page at this moment. */
export function KeysDialog() {
  const { open } = useKeysDialog();
  const scopes = useKeyScopes((state) => (open ? state.scopes : NONE));
  useKeys("Everywhere", [{ key: "?", label: "Show all keys", bar: "all keys", run: openKeysDialog }]);
  const shown = scopes
    .map((scope) => ({ ...scope, keys: scope.keys.filter((key) => key.when !== false) }))
    .filter((scope) => scope.keys.length > 0);
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => useKeysDialog.setState({ open: next })}
      title="Keys"
      description="Single keys rest while you type in a field. Escape leaves the field."
      shape="wide"
    >
      {/* There are more of them than a screen holds: with the focus here the arrow keys scroll. */}
      <div className="keysdialog" role="group" aria-label="Keys" tabIndex={0}>
        {mergeByName(shown.toReversed()).map(([name, keys]) => (
          <section key={name} aria-label={name}>
            <h3 className="h">{name}</h3>
            <dl>
              {keys.map((key) => (
                <div key={`${key.key} ${key.label}`} className="keysdialog-row">
                  <dt>
                    <Kbd>{key.key}</Kbd>
                  </dt>
                  <dd>{key.label}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function mergeByName<Key>(scopes: readonly { name: string; keys: readonly Key[] }[]): [string, Key[]][] {
  const merged = new Map<string, Key[]>();
  for (const scope of scopes) merged.set(scope.name, [...(merged.get(scope.name) ?? []), ...scope.keys]);
  return [...merged];
}
