import "./plain-page.css";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Logo } from "./logo.tsx";
import { useDocumentTitle } from "./use-document-title.ts";

/** A page without a desk around it: sign in, invitation, what could not be found. */
export function PlainPage({ title, wide = false, children }: { title: string; wide?: boolean; children: ReactNode }) {
  useDocumentTitle(title);
  return (
    <div className="plainpage">
      <header className="plainpage-head">
        <Link to="/" className="plainpage-logo" aria-label="Assay, start page">
          <Logo />
        </Link>
      </header>
      <main className={wide ? "plainpage-main plainpage-wide" : "plainpage-main"}>{children}</main>
    </div>
  );
}
