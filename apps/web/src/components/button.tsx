import "./button.css";
import type { ComponentProps, ReactNode } from "react";
import { useId } from "react";
import { Kbd } from "./kbd.tsx";
import { Tooltip } from "./tooltip.tsx";

export type ButtonVariant = "primary" | "plain" | "quiet" | "danger";

interface ButtonProps extends Omit<ComponentProps<"button">, "disabled"> {
  variant?: ButtonVariant;
  /** The key that does the same, shown on the button. */
  kbd?: string;
  /**
   * Why it cannot be pressed now. The button stays focusable and says so; a press does nothing. One that can now, and
   * could not before or may not later, is given null: it stays the same element, and keeps the focus.
   */
  disabledReason?: string | null | undefined;
  icon?: ReactNode;
}

export function Button(props: ButtonProps) {
  const { variant = "plain", kbd, disabledReason, icon, className, children, onClick, type = "button", ...rest } = props;
  const reasonId = useId();
  const disabled = typeof disabledReason === "string" && disabledReason !== "";
  const classes = ["btn", `btn-${variant}`, className].filter(Boolean).join(" ");
  const button = (
    <button
      {...rest}
      type={disabled ? "button" : type}
      className={classes}
      onClick={disabled ? (event) => event.preventDefault() : onClick}
      {...(disabled ? { "aria-disabled": true, "aria-describedby": reasonId } : {})}
    >
      {icon}
      {children}
      {kbd === undefined ? null : <Kbd>{kbd}</Kbd>}
    </button>
  );
  if (!("disabledReason" in props)) return button;
  return (
    <>
      <Tooltip text={disabledReason ?? ""} openOnPress>
        {button}
      </Tooltip>
      {disabled ? (
        <span id={reasonId} hidden>
          {disabledReason}
        </span>
      ) : null}
    </>
  );
}

interface IconButtonProps extends Omit<ComponentProps<"button">, "disabled"> {
  /** Its accessible name, shown as a tooltip. */
  label: string;
  kbd?: string;
  small?: boolean;
  /** For a button that switches something on and off. */
  pressed?: boolean;
}

export function IconButton({ label, kbd, small = false, pressed, className, ...rest }: IconButtonProps) {
  const classes = ["btn-icon", small ? "btn-icon-small" : "", className].filter(Boolean).join(" ");
  return (
    <Tooltip text={label} {...(kbd === undefined ? {} : { kbd })}>
      <button type="button" aria-label={label} aria-pressed={pressed} {...rest} className={classes} />
    </Tooltip>
  );
}
