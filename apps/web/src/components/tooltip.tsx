import type { HTMLAttributes, ReactElement } from "react";
import { cloneElement } from "react";

interface TooltipProps {
  /** Empty: nothing to say now, and nothing is taken from what the child does. */
  text: string;
  kbd?: string;
  /** Also on a press, for fingers: what cannot be hovered still has to say why. */
  openOnPress?: boolean;
  children: ReactElement<TipAttributes>;
}

/** How an element says what its tooltip is. */
interface TipAttributes extends HTMLAttributes<HTMLElement> {
  "data-tip"?: string;
  "data-tip-kbd"?: string;
  "data-tip-press"?: true;
}

/**
 * Gives its child a tooltip. A page has a hundred of them and shows one: the child is only marked, and the `TooltipHost`
 * of the root layout shows what the mark says.
 */
export function Tooltip({ text, kbd, openOnPress = false, children }: TooltipProps) {
  if (text === "") return children;
  return cloneElement(children, {
    "data-tip": text,
    ...(kbd === undefined ? {} : { "data-tip-kbd": kbd }),
    ...(openOnPress ? { "data-tip-press": true } : {}),
  });
}
