import { useEffect, useId, useLayoutEffect, useRef } from "react";
import { create } from "zustand";
import { goesOnWhileHeld, matchesKey } from "./key-match.ts";
import { StrayLetters } from "./stray-letters.ts";
import { notify } from "./toast.tsx";

export interface KeyBinding {
  /** `j`, `?`, `\\`, `Escape`, `mod+k`, `shift+Enter`. */
  key: string;
  /** What it does, in the words of the keys dialog: "Next claim". */
  label: string;
  run: (event: KeyboardEvent) => void;
  /** False: not now. The dialog leaves it out. */
  when?: boolean;
  /** A short word for the status bar, e.g. "claim". Neighbours with the same word share it: J K claim. */
  bar?: string;
  /** Also while the cursor is in a text field (for `Escape` and `mod+…`). */
  whileTyping?: boolean;
  /** Heard by whatever has the focus, not here: it is bound for the keys dialog alone. */
  elsewhere?: boolean;
  /** Also while a dialog is open. */
  inDialog?: boolean;
}

export interface KeyScope {
  id: string;
  /** Heading in the keys dialog. */
  name: string;
  keys: readonly KeyBinding[];
}

/** What is bound right now, oldest scope first. Read by the dialog and the status bar. */
export const useKeyScopes = create<{ scopes: readonly KeyScope[] }>(() => ({ scopes: [] }));

/** The newest bindings of each scope, so that a press always runs the closures of the last render. */
const live = new Map<string, readonly KeyBinding[]>();

/**
 * Binds keys while the component is mounted. Single keys never fire while somebody types, nor while a dialog or a menu
 * is open. Later scopes win over earlier ones. The array may be new on every render.
 */
export function useKeys(scope: string, keys: readonly KeyBinding[]): void {
  const id = useId();
  const order = useRef(keys);
  order.current = keys;
  const shape = keys.map((key) => `${key.key}\t${key.label}\t${key.bar ?? ""}\t${key.when ?? true}`).join("\n");

  // Before anything is painted: whoever sees the new page may press at once.
  useLayoutEffect(() => {
    live.set(id, order.current);
  });

  useEffect(() => {
    const entry: KeyScope = { id, name: scope, keys: order.current };
    useKeyScopes.setState(({ scopes }) => ({
      scopes: scopes.some((each) => each.id === id)
        ? scopes.map((each) => (each.id === id ? entry : each))
        : [...scopes, entry],
    }));
  }, [id, scope, shape]);

  useEffect(
    () => () => {
      live.delete(id);
      useKeyScopes.setState(({ scopes }) => ({ scopes: scopes.filter((each) => each.id !== id) }));
    },
    [id],
  );
}

/** Is the cursor in something that takes text? A read-only source is not. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  if (!(target instanceof HTMLInputElement)) return false;
  return !["checkbox", "radio", "button", "submit", "reset", "file", "range", "color"].includes(target.type);
}

const OPERATED = "a,button,summary,input,select,textarea,[role=button],[role=tab],[role^=menuitem]";

/** Enter and Space by themselves belong to the control that has the focus. */
function belongsToControl(event: KeyboardEvent): boolean {
  if ((event.key !== "Enter" && event.key !== " ") || event.ctrlKey || event.metaKey) return false;
  return event.target instanceof HTMLElement && event.target.closest(OPERATED) !== null;
}

/** A browser presses the focused button again and again while Enter is held. */
function isButtonHeld({ repeat, key, target }: KeyboardEvent): boolean {
  return repeat && key === "Enter" && target instanceof HTMLElement && target.closest("button,[role=button]") !== null;
}

const OPEN_DIALOG = "[role=dialog][data-state=open],[role=alertdialog][data-state=open]";

/** Dialogs hang beside the page's own root: its thousands of elements need not be gone through at every key. */
function isDialogOpen(): boolean {
  for (const child of document.body.children) {
    if (child.id !== "root" && (child.matches(OPEN_DIALOG) || child.querySelector(OPEN_DIALOG) !== null)) return true;
  }
  return false;
}

function onKeyDown(event: KeyboardEvent): void {
  if (isButtonHeld(event)) return event.preventDefault();
  if (event.defaultPrevented || event.isComposing || event.key === "Dead" || event.key === "Process") return;
  if (event.target instanceof HTMLElement && event.target.closest("[role=menu],[role=listbox][data-own-keys]")) return;
  const typing = isTyping(event.target);
  const dialog = isDialogOpen();
  const { scopes } = useKeyScopes.getState();
  for (const scope of scopes.toReversed()) {
    for (const binding of live.get(scope.id) ?? scope.keys) {
      if (binding.when === false || binding.elsewhere === true || !matchesKey(binding.key, event)) continue;
      if ((typing && binding.whileTyping !== true) || (dialog && binding.inDialog !== true)) continue;
      if (belongsToControl(event)) continue;
      event.preventDefault();
      if (!event.repeat || goesOnWhileHeld(binding.key)) binding.run(event);
      return;
    }
  }
  // Nobody wanted Escape for more: it leaves the field, and single keys work again.
  if (event.key === "Escape" && typing && !dialog && event.target instanceof HTMLElement) event.target.blur();
}

const letters = new StrayLetters();
const forgetLetters = () => letters.clear();

/** Before anybody else: a letter whose field has just gone from the page does nothing. */
function stopStrays(event: KeyboardEvent): void {
  const field = event.target instanceof HTMLElement && isTyping(event.target) ? event.target : null;
  const strays = letters.press({ key: event.key, ctrlKey: event.ctrlKey, metaKey: event.metaKey, field }, performance.now());
  if (strays === 0) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (strays === 1) {
    notify({ text: "The field you were writing in has gone from the page. What you typed after that did nothing.", tone: "refusal" });
  }
}

/** Called once by the root layout. */
export function useKeyListener(): void {
  useEffect(() => {
    window.addEventListener("keydown", stopStrays, true);
    window.addEventListener("pointerdown", forgetLetters, true);
    window.addEventListener("keydown", onKeyDown);
    return () => {
      window.removeEventListener("keydown", stopStrays, true);
      window.removeEventListener("pointerdown", forgetLetters, true);
      window.removeEventListener("keydown", onKeyDown);
    };
  }, []);
}
