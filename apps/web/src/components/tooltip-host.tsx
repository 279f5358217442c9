import "./tooltip.css";
import { Tooltip as Radix } from "radix-ui";
import { useEffect, useRef, useState } from "react";
import { Kbd } from "./kbd.tsx";
import { followTips } from "./follow-tips.ts";
import type { Tip } from "./follow-tips.ts";

/** The page's one tooltip, beside whatever is marked by `Tooltip` and hovered, focused by key or pressed. */
export function TooltipHost() {
  const [tip, setTip] = useState<Tip | null>(null);
  const tips = useRef<ReturnType<typeof followTips>>(null);
  useEffect(() => {
    tips.current = followTips(setTip);
    return () => tips.current?.stop();
  }, []);
  return tip === null ? null : <Shown tip={tip} onClose={() => tips.current?.close()} />;
}

/** Radix places it, by an empty box that lies where its element does. */
function Shown({ tip, onClose }: { tip: Tip; onClose: () => void }) {
  const { element, text, kbd, box } = tip;
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const id = place.current?.getAttribute("aria-describedby");
    if (id === null || id === undefined || element.hasAttribute("aria-describedby")) return;
    element.setAttribute("aria-describedby", id);
    return () => {
      if (element.getAttribute("aria-describedby") === id) element.removeAttribute("aria-describedby");
    };
  }, [element]);
  const { left, top, width, height } = box;
  return (
    <Radix.Provider disableHoverableContent>
      <Radix.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
        <Radix.Trigger asChild>
          <span ref={place} aria-hidden className="tooltip-place" style={{ left, top, width, height }} />
        </Radix.Trigger>
        <Radix.Portal>
          <Radix.Content key={`${left} ${top}`} className="tooltip" sideOffset={5} collisionPadding={8}>
            {text}
            {kbd === null ? null : <Kbd>{kbd}</Kbd>}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
