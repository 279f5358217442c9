import "./menu.css";
import { Check } from "lucide-react";
import { DropdownMenu as Radix } from "radix-ui";
import type { ReactElement, ReactNode, RefObject } from "react";
import { Kbd } from "./kbd.tsx";

interface MenuProps {
  /** A Button or IconButton. */
  trigger: ReactElement;
  label: string;
  align?: "start" | "center" | "end";
  /** Where something else than its trigger opens it as well. */
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Left out, the focus goes back to the trigger when it closes. */
  onClosed?: () => void;
  /** What a chosen item leaves to be done once the menu is gone, because it takes the focus in place of the trigger. */
  next?: RefObject<(() => void) | null>;
  children: ReactNode;
}

export function Menu({ trigger, label, align = "end", open, onOpenChange, onClosed, next, children }: MenuProps) {
  const controlled = open === undefined || onOpenChange === undefined ? {} : { open, onOpenChange };
  const giveBack = (event: Event) => {
    const left = next?.current ?? onClosed;
    if (left === undefined) return;
    if (next !== undefined) next.current = null;
    event.preventDefault();
    left();
  };
  return (
    // Not modal: a menu closes by itself, and hiding the page from readers meanwhile helps nobody.
    <Radix.Root modal={false} {...controlled}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          className="menu"
          align={align}
          sideOffset={4}
          collisionPadding={8}
          aria-label={label}
          onCloseAutoFocus={giveBack}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

interface MenuItemProps {
  onSelect: () => void;
  icon?: ReactNode;
  kbd?: string;
  danger?: boolean;
  /** Shown under the words; the item cannot be chosen. */
  disabledReason?: string | null;
  children: ReactNode;
}

export function MenuItem({ onSelect, icon, kbd, danger = false, disabledReason = null, children }: MenuItemProps) {
  const disabled = disabledReason !== null;
  return (
    <Radix.Item
      className={danger ? "menu-item menu-item-danger" : "menu-item"}
      aria-disabled={disabled}
      onSelect={(event) => (disabled ? event.preventDefault() : onSelect())}
    >
      <span className="menu-icon">{icon}</span>
      <span className="grow">
        {children}
        {disabled ? <span className="menu-reason">{disabledReason}</span> : null}
      </span>
      {kbd === undefined ? null : <Kbd>{kbd}</Kbd>}
    </Radix.Item>
  );
}

interface MenuChoiceProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
}

/** One of several, inside a menu. */
export function MenuChoice<Value extends string>({ label, value, options, onChange }: MenuChoiceProps<Value>) {
  return (
    <Radix.RadioGroup
      value={value}
      onValueChange={(next) => {
        const option = options.find((candidate) => candidate.value === next);
        if (option !== undefined) onChange(option.value);
      }}
      aria-label={label}
    >
      <MenuLabel>{label}</MenuLabel>
      {options.map((option) => (
        <Radix.RadioItem key={option.value} value={option.value} className="menu-item">
          <span className="menu-icon">
            <Radix.ItemIndicator>
              <Check className="icon" aria-hidden />
            </Radix.ItemIndicator>
          </span>
          {option.label}
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  );
}

interface MenuCheckProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  kbd?: string;
  children: ReactNode;
}

/** A thing to switch on or off; the menu stays open. */
export function MenuCheck({ checked, onChange, kbd, children }: MenuCheckProps) {
  return (
    <Radix.CheckboxItem
      className="menu-item"
      checked={checked}
      onCheckedChange={onChange}
      onSelect={(event) => event.preventDefault()}
    >
      <span className="menu-icon">
        <Radix.ItemIndicator>
          <Check className="icon" aria-hidden />
        </Radix.ItemIndicator>
      </span>
      <span className="grow">{children}</span>
      {kbd === undefined ? null : <Kbd>{kbd}</Kbd>}
    </Radix.CheckboxItem>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="menu-label">{children}</Radix.Label>;
}

export function MenuSeparator() {
  return <Radix.Separator className="menu-separator" />;
}
