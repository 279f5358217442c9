import { useShallow } from "zustand/react/shallow";
import { Kbd } from "../../components/kbd.tsx";
import { openKeysDialog } from "../../components/keys-dialog.tsx";
import { useKeyScopes } from "../../components/keys.ts";
import type { KeyScope } from "../../components/keys.ts";
import { groupBarKeys } from "./group-bar-keys.ts";

/** As text, so that a key that is named anew ("Undo: …") draws nothing here. */
function shownGroups({ scopes }: { scopes: readonly KeyScope[] }): string[] {
  return groupBarKeys(scopes.flatMap((scope) => scope.keys)).map(({ word, keys }) => [word, ...keys].join("\t"));
}

/** The keys that matter most here, as the pages bound them. "All keys" comes last and can be pressed. */
export function StatusKeys() {
  const groups = useKeyScopes(useShallow(shownGroups)).map((group) => group.split("\t"));
  return (
    <ul className="shell-keys" aria-label="Keys">
      {groups.map(([word, ...keys]) => (
        <li key={word}>
          {keys.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
          {word}
        </li>
      ))}
      <li>
        <button type="button" onClick={openKeysDialog}>
          <Kbd>?</Kbd> all keys
        </button>
      </li>
    </ul>
  );
}
