export interface Tip {
  element: HTMLElement;
  text: string;
  kbd: string | null;
  /** Where the element lies in the window. */
  box: DOMRect;
}

/** How long the pointer rests on an element before its tooltip opens. */
const REST_MS = 450;
/** Within this time after one was open, the next opens at once: somebody reads along a row of buttons. */
const NEXT_MS = 200;

const MARKED = "[data-tip]";

/** Tells `show` which tooltip the page has open, as the pointer, the focus and presses go. */
export function followTips(show: (tip: Tip | null) => void): { close: () => void; stop: () => void } {
  let open: HTMLElement | null = null;
  let resting: { element: HTMLElement; timer: ReturnType<typeof setTimeout> } | null = null;
  /** Pressed, and not left since: it has been used, and need not say any more what it is. */
  let used: HTMLElement | null = null;
  let closedAt = -Infinity;
  const changes = new MutationObserver((records) => {
    if (open !== null && (!open.isConnected || records.some(({ type }) => type === "attributes"))) tell(open);
  });

  const forget = () => {
    if (resting !== null) clearTimeout(resting.timer);
    resting = null;
  };
  const close = () => {
    forget();
    if (open === null) return;
    open = null;
    closedAt = performance.now();
    changes.disconnect();
    show(null);
  };
  /** What the element says now; one that has gone, or has nothing to say any more, closes it. */
  const tell = (element: HTMLElement) => {
    const text = element.dataset["tip"];
    if (text === undefined || !element.isConnected) return close();
    show({ element, text, kbd: element.dataset["tipKbd"] ?? null, box: element.getBoundingClientRect() });
  };
  const openOn = (element: HTMLElement) => {
    forget();
    if (open === element) return;
    open = element;
    changes.disconnect();
    changes.observe(document.body, { childList: true, subtree: true });
    changes.observe(element, { attributes: true, attributeFilter: ["data-tip", "data-tip-kbd"] });
    tell(element);
  };

  const onOver = ({ target, pointerType }: PointerEvent) => {
    if (pointerType === "touch") return;
    const element = markedAt(target);
    if (element !== used) used = null;
    if (element === null) {
      // What the keyboard opened stays while the pointer lies elsewhere.
      if (resting !== null || open?.matches(":hover, :focus-visible") === false) close();
      return;
    }
    if (element === open || element === used || element === resting?.element) return;
    forget();
    if (open !== null || performance.now() - closedAt < NEXT_MS) openOn(element);
    else resting = { element, timer: setTimeout(() => openOn(element), REST_MS) };
  };
  const onFocus = ({ target }: FocusEvent) => {
    const element = markedAt(target);
    if (element === target && element?.matches(":focus-visible") === true) openOn(element);
  };
  const onBlur = ({ target }: FocusEvent) => {
    if (target === open) close();
  };
  const onPress = ({ target }: Event) => {
    used = markedAt(target);
    close();
  };
  const onClick = ({ target }: MouseEvent) => {
    const element = markedAt(target);
    if (element === null) return;
    used = element;
    if (element.dataset["tipPress"] === undefined) close();
    else openOn(element);
  };
  const onScroll = ({ target }: Event) => {
    if (open !== null && target instanceof Node && target.contains(open)) close();
  };
  const onLeave = () => {
    if (resting !== null || open?.matches(":focus-visible") === false) close();
  };

  const listening = new AbortController();
  const { signal } = listening;
  const early = { signal, capture: true };
  document.addEventListener("pointerover", onOver, { signal, passive: true });
  document.addEventListener("focusin", onFocus, { signal });
  document.addEventListener("focusout", onBlur, { signal });
  document.addEventListener("pointerdown", onPress, early);
  document.addEventListener("click", onClick, early);
  document.addEventListener("scroll", onScroll, { ...early, passive: true });
  document.documentElement.addEventListener("pointerleave", onLeave, { signal });
  window.addEventListener("resize", close, { signal });
  window.addEventListener("blur", close, { signal });
  return {
    close,
    stop: () => {
      close();
      listening.abort();
    },
  };
}

function markedAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(MARKED) : null;
}
