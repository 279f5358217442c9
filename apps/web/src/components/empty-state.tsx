import "./empty-state.css";
import type { ReactNode } from "react";

interface EmptyStateProps {
  title: string;
  /** What to do, with the key that does it. */
  children?: ReactNode;
  action?: ReactNode;
  /** A solid frame: not "nothing yet" but "not possible here". */
  refused?: boolean;
}

export function EmptyState({ title, children, action, refused = false }: EmptyStateProps) {
  return (
    <div className={refused ? "empty empty-refused" : "empty"}>
      <p className="empty-title">{title}</p>
      {children === undefined ? null : <div className="empty-text">{children}</div>}
      {action}
    </div>
  );
}
