import "./shell.css";
import type { PersonView } from "@assay/domain";
import type { LinkProps } from "@tanstack/react-router";
import { Link, useNavigate } from "@tanstack/react-router";
import { Menu as MenuIcon } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { isValidElement, useRef, useState } from "react";
import { Avatar } from "../../components/avatar.tsx";
import { IconButton } from "../../components/button.tsx";
import { useKeys } from "../../components/keys.ts";
import { Menu, MenuItem } from "../../components/menu.tsx";
import { useMe } from "../account/me.ts";
import { InsideShell } from "./inside-shell.ts";
import { AccountMenu } from "./account-menu.tsx";
import { Logo } from "./logo.tsx";
import { SaveIndicator } from "./save-indicator.tsx";
import { StatusKeys } from "./status-keys.tsx";

export type ShellLink = Pick<LinkProps, "to" | "params" | "search">;

export interface NavItem {
  label: string;
  link: ShellLink;
  count?: number;
  /** Current only at exactly this address, not below it; where it names a search, only with that. */
  exact?: boolean;
}

interface ShellProps {
  title: string;
  titleLink: ShellLink;
  titleHint: string;
  nav: readonly NavItem[];
  /** A desk's people; a case shows who is there now. */
  people: readonly Pick<PersonView, "id" | "name">[] | ReactElement;
  saved?: ReactNode;
  /** The way to any place by its name. */
  jump: ReactNode;
  /** The way to what waits for this person. */
  bell?: ReactNode;
  /** Across the page, under the top bar: what holds for all of it. */
  notice?: ReactNode;
  /** Right end of the status bar. */
  status?: ReactNode;
  children: ReactNode;
}

/** How many faces the bar shows before it counts. */
const FACES = 4;

/**
 * Top bar, page, status bar. The shell renders the `main` landmark; a page fills it and brings its own h1. A page that
 * scrolls by columns sets height: 100% on its root, any other page simply grows and `main` scrolls.
 */
export function Shell({ title, titleLink, titleHint, nav, people, saved, jump, bell, notice, status, children }: ShellProps) {
  return (
    <div className="shell">
      <a className="shell-skip" href="#main">
        Skip to the page
      </a>
      <header className="shell-top">
        <NavMenu nav={nav} />
        <Link to="/" className="shell-logo" aria-label="Assay, start page">
          <Logo />
        </Link>
        <Link {...titleLink} className="shell-title" title={titleHint}>
          {title}
        </Link>
        <nav aria-label="Main" className="shell-nav">
          {nav.map((item) => (
            <Link
              key={item.label}
              {...item.link}
              activeOptions={{ exact: item.exact === true, includeSearch: item.link.search !== undefined }}
              activeProps={{ "aria-current": "page" }}
            >
              {item.label}
              {item.count === undefined || item.count === 0 ? null : <span className="shell-count">{item.count}</span>}
            </Link>
          ))}
        </nav>
        <span className="grow" />
        {saved ?? <SaveIndicator />}
        {isValidElement(people) ? people : <People people={people} />}
        {jump}
        {bell}
        <AccountMenu />
      </header>
      {notice}
      <main id="main" className="shell-main" tabIndex={-1}>
        <InsideShell value={true}>{children}</InsideShell>
      </main>
      <footer className="shell-status">
        <StatusKeys />
        <span className="grow" />
        {status}
      </footer>
    </div>
  );
}

/** The pages as a list: on a phone by its button, elsewhere by a key, after which the first letter of a page finds it. */
function NavMenu({ nav }: { nav: readonly NavItem[] }) {
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const before = useRef<Element | null>(null);
  const change = (next: boolean) => {
    if (next) before.current = document.activeElement;
    setOpen(next);
  };
  useKeys("Everywhere", [{ key: "shift+g", label: "Go to another page", run: () => change(true) }]);
  return (
    <div className="shell-pages">
      <Menu
        label="Pages"
        align="start"
        open={open}
        onOpenChange={change}
        onClosed={() => (before.current instanceof HTMLElement ? before.current.focus() : undefined)}
        trigger={
          <IconButton label="Pages">
            <MenuIcon className="icon" aria-hidden />
          </IconButton>
        }
      >
        {nav.map((item) => (
          <MenuItem key={item.label} onSelect={() => void navigate(item.link)}>
            {item.label}
            {item.count === undefined || item.count === 0 ? "" : ` ${item.count}`}
          </MenuItem>
        ))}
      </Menu>
    </div>
  );
}

function People({ people }: { people: readonly Pick<PersonView, "id" | "name">[] }) {
  const { user } = useMe();
  const others = people.filter((person) => person.id !== user?.id);
  const rest = others.slice(FACES);
  return (
    <ul className="shell-people" aria-label="People of this desk">
      {others.slice(0, FACES).map((person) => (
        <li key={person.id}>
          <Avatar name={person.name} />
        </li>
      ))}
      {rest.length === 0 ? null : (
        <li className="meta" title={rest.map((person) => person.name).join(", ")}>
          +{rest.length}
        </li>
      )}
    </ul>
  );
}
