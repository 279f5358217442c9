import { useEffect, useId, useRef, useState } from "react";
import type { KeyboardEvent, RefObject } from "react";
import { Avatar } from "../../components/avatar.tsx";
import { Button } from "../../components/button.tsx";
import { TextArea } from "../../components/field.tsx";
import { useCaseOf } from "../case/use-case.ts";
import { chooseMention, mentionAt, suggestPeople } from "./model/mentions.ts";
import type { CommentDraft } from "./model/mentions.ts";

interface ComposerProps {
  label: string;
  placeholder?: string;
  /** What the button says. */
  action: string;
  draft: CommentDraft;
  write: (draft: CommentDraft) => void;
  /** True when it was taken. */
  send: () => Promise<boolean>;
  onCancel?: () => void;
  /** Said above the field while something is being written. */
  warning?: string | null;
  field?: RefObject<HTMLTextAreaElement | null>;
  autoFocus?: boolean;
}

/** How many names are offered at once. */
const OFFERED = 6;

/** In a panel that scrolls, the names may begin below its edge. */
function showWhole(list: HTMLElement | null): void {
  list?.scrollIntoView({ block: "nearest" });
}

/** A text with mentions: `@` offers the people of the desk, Ctrl or Cmd with Enter sends. */
export function Composer(props: ComposerProps) {
  const { label, placeholder, action, draft, write, send, onCancel, warning = null, autoFocus = false } = props;
  const people = useCaseOf(({ view }) => view.people);
  const meId = useCaseOf(({ me }) => me.id);
  const own = useRef<HTMLTextAreaElement>(null);
  const field = props.field ?? own;
  const listId = useId();
  const [caret, setCaret] = useState(0);
  const [picked, setPicked] = useState(0);
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const [focused, setFocused] = useState(false);
  const nextCaret = useRef<number | null>(null);
  const typing = focused ? mentionAt(draft.text, caret) : null;
  const others = people.filter((person) => person.id !== meId);
  const offered =
    typing === null || typing.start === closedAt ? [] : suggestPeople(others, typing.query).slice(0, OFFERED);
  const current = offered[Math.min(picked, offered.length - 1)];

  useEffect(() => {
    if (nextCaret.current === null) return;
    field.current?.setSelectionRange(nextCaret.current, nextCaret.current);
    setCaret(nextCaret.current);
    nextCaret.current = null;
  }, [draft.text, field]);

  const choose = (person: { id: string; name: string }) => {
    if (typing === null) return;
    const chosen = chooseMention(draft, { start: typing.start, caret }, person);
    nextCaret.current = chosen.caret;
    write(chosen.draft);
    setPicked(0);
    field.current?.focus();
  };
  const submit = async () => {
    if (draft.text.trim() === "" || busy) return;
    setBusy(true);
    await send();
    setBusy(false);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { key } = event;
    const handled = () => event.preventDefault();
    if (current !== undefined && !event.ctrlKey && !event.metaKey) {
      const step = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
      if (step !== 0) {
        handled();
        setPicked((picked + step + offered.length) % offered.length);
        return;
      }
      if (key === "Enter" || key === "Tab") {
        handled();
        choose(current);
        return;
      }
      if (key === "Escape") {
        handled();
        setClosedAt(typing?.start ?? null);
        return;
      }
    }
    if (key === "Enter" && (event.ctrlKey || event.metaKey)) {
      handled();
      void submit();
    } else if (key === "Escape") {
      handled();
      if (onCancel === undefined) event.currentTarget.blur();
      else onCancel();
    }
  };
  const written = draft.text.trim() !== "";
  return (
    <div className="composer">
      {written && warning !== null ? (
        <p className="composer-warning" role="note">
          {warning}
        </p>
      ) : null}
      <TextArea
        ref={field}
        rows={1}
        aria-label={label}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        {...(current === undefined
          ? {}
          : { "aria-controls": listId, "aria-activedescendant": `${listId}-${current.id}` })}
        placeholder={placeholder}
        autoFocus={autoFocus}
        value={draft.text}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        onChange={(event) => {
          write({ ...draft, text: event.target.value });
          setCaret(event.target.selectionStart);
          setPicked(0);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
      />
      {current === undefined ? null : (
        <ul ref={showWhole} className="composer-people menu" id={listId} role="listbox" aria-label="People to mention">
          {offered.map((person) => (
            <li
              key={person.id}
              id={`${listId}-${person.id}`}
              role="option"
              aria-selected={person === current}
              className="menu-item"
              // The field keeps the focus, and with it the caret.
              onPointerDown={(event) => {
                event.preventDefault();
                choose(person);
              }}
            >
              <Avatar name={person.name} small />
              <span className="grow">{person.name}</span>
              <span className="meta">{person.role}</span>
            </li>
          ))}
        </ul>
      )}
      <span className="vh" role="status">
        {current === undefined ? "" : `${offered.length} people offered. ${current.name} is chosen by Enter.`}
      </span>
      {written || onCancel !== undefined ? (
        <div className="composer-acts">
          <Button
            kbd="mod+Enter"
            disabledReason={busy ? "It is being sent." : written ? null : "Write something first."}
            onClick={() => void submit()}
          >
            {action}
          </Button>
          {onCancel === undefined ? null : (
            <Button variant="quiet" onClick={onCancel}>
              Cancel
            </Button>
          )}
        </div>
      ) : null}
    </div>
  );
}
