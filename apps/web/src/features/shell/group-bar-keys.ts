import type { KeyBinding } from "../../components/keys.ts";

/** Keys that share a word stand together: J K claim. In the order they were bound; "all keys" is the bar's own. */
export function groupBarKeys(keys: readonly KeyBinding[]): { word: string; keys: string[] }[] {
  const groups = new Map<string, string[]>();
  for (const { key, bar, when } of keys) {
    if (bar === undefined || bar === "all keys" || when === false) continue;
    const group = groups.get(bar) ?? [];
    if (!group.includes(key)) group.push(key);
    groups.set(bar, group);
  }
  return [...groups].map(([word, shown]) => ({ word, keys: shown }));
}
