import type { CaretDirection, CaretUnit } from "../move-caret.ts";

export type CaretIntent =
  | { kind: "move"; unit: CaretUnit; direction: CaretDirection; extend: boolean }
  /** Left or right: which way that reads depends on the direction of the block's script. */
  | { kind: "sideways"; unit: "character" | "word" | "sentence"; right: boolean; extend: boolean }
  | { kind: "line" | "line-edge"; direction: CaretDirection; extend: boolean }
  | { kind: "page"; direction: CaretDirection; extend: boolean }
  | { kind: "select-all" }
  | { kind: "collapse" };

type Key = Pick<KeyboardEvent, "key" | "shiftKey" | "ctrlKey" | "altKey" | "metaKey">;

/**
 * What a key asks of the caret, or null for a key that is not the caret's: that one goes on to the page. On a Mac, Option
 * moves by words and Command to edges; elsewhere Ctrl moves by words and Alt by sentences.
 */
export function caretIntent(event: Key, mac: boolean): CaretIntent | null {
  const { key, shiftKey: extend, ctrlKey, altKey, metaKey } = event;
  const word = mac ? altKey : ctrlKey;
  const sentence = mac ? ctrlKey : altKey;
  const edge = mac && metaKey;
  if (metaKey && !mac) return null;
  switch (key) {
    case "ArrowLeft":
    case "ArrowRight": {
      const right = key === "ArrowRight";
      if (edge) return { kind: "line-edge", direction: right ? "forward" : "backward", extend };
      return { kind: "sideways", unit: sentence ? "sentence" : word ? "word" : "character", right, extend };
    }
    case "ArrowUp":
    case "ArrowDown": {
      const direction = key === "ArrowDown" ? "forward" : "backward";
      if (edge) return { kind: "move", unit: "document", direction, extend };
      if (word) return { kind: "move", unit: "paragraph", direction, extend };
      return altKey || ctrlKey ? null : { kind: "line", direction, extend };
    }
    case "Home":
    case "End": {
      const direction = key === "End" ? "forward" : "backward";
      return ctrlKey || metaKey
        ? { kind: "move", unit: "document", direction, extend }
        : { kind: "line-edge", direction, extend };
    }
    case "PageUp":
    case "PageDown":
      if (ctrlKey || altKey || metaKey) return null;
      return { kind: "page", direction: key === "PageDown" ? "forward" : "backward", extend };
    case "a":
    case "A":
      return (mac ? metaKey : ctrlKey) && !altKey && !extend ? { kind: "select-all" } : null;
    case "Escape":
      return ctrlKey || altKey || metaKey || extend ? null : { kind: "collapse" };
    default:
      return null;
  }
}
