import { Kbd } from "../../components/kbd.tsx";
import { openKeysDialog } from "../../components/keys-dialog.tsx";
import { useKeyScopes } from "../../components/keys.ts";
import { groupBarKeys } from "./group-bar-keys.ts";

/** The keys that matter most here, as the pages bound them. "All keys" comes last and can be pressed. */
export function StatusKeys() {
  const { scopes } = useKeyScopes();
  const groups = groupBarKeys(scopes.flatMap((scope) => scope.keys));
  return (
    <ul className="shell-keys" aria-label="Keys">
      {groups.map(({ word, keys }) => (
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
