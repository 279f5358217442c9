import "./plain-page.css";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useContext } from "react";
import { InsideShell } from "./inside-shell.ts";
import { Logo } from "./logo.tsx";
import { useDocumentTitle } from "./use-document-title.ts";

/** A page that stands alone: sign in, invitation, what could not be found or loaded. */
export function PlainPage({ title, children }: { title: string; children: ReactNode }) {
  useDocumentTitle(title);
  // Inside a desk or a case its bar is there already, and so is the main landmark.
  if (useContext(InsideShell)) {
    return <div className="plainpage-main">{children}</div>;
  }
  return (
    <div className="plainpage">
      <header className="plainpage-head">
        <Link to="/" className="plainpage-logo" aria-label="Assay, start page">
          <Logo />
        </Link>
      </header>
      <main className="plainpage-main">{children}</main>
    </div>
  );
}
