import type { DefaultTreeAdapterTypes } from "parse5";

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;
export type Parent = DefaultTreeAdapterTypes.ParentNode;

export function isElement(node: Node): node is Element {
  return "tagName" in node;
}

/** Empty where the element does not have it. */
export function attribute({ attrs }: Element, name: string): string {
  return attrs.find((one) => one.name === name)?.value.trim() ?? "";
}

/** Every element below in the page's order, without those inside one that `skip` names. No depth is too much for it. */
export function* elementsBelow(parent: Parent, skip: (element: Element) => boolean = () => false): Generator<Element> {
  const waiting = parent.childNodes.toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isElement(node) || skip(node)) continue;
    yield node;
    for (const child of node.childNodes.toReversed()) waiting.push(child);
  }
}

export function find(parent: Parent, is: (element: Element) => boolean): Element | undefined {
  for (const element of elementsBelow(parent)) if (is(element)) return element;
  return undefined;
}
