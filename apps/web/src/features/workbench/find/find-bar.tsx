import "./find.css";
import { sourceName } from "@assay/domain";
import type { FindOptions } from "@assay/editor";
import { CaseSensitive, ChevronDown, ChevronUp, Regex, WholeWord, X } from "lucide-react";
import { useEffect, useRef } from "react";
import type { KeyboardEvent, ReactNode } from "react";
import { IconButton } from "../../../components/button.tsx";
import { Segmented } from "../../../components/choice.tsx";
import { useKeys } from "../../../components/keys.ts";
import { useCase } from "../../case/use-case.ts";
import { useBench, useBenchParts } from "../state/bench-context.tsx";
import { PHONE, useMedia } from "../state/use-media.ts";
import { FIELD_ID, closeFind, openFind, rememberTried, setOption, setQuery, stepFind } from "./find-actions.ts";
import type { Find } from "./find-state.ts";
import { hitCount, hitWords } from "./find-state.ts";

/** How long a term must stand before it counts as tried, so that its first letters do not. */
const SETTLED_MS = 1200;

const OPTIONS: readonly { name: keyof FindOptions; label: string; kbd: string; code: string; icon: ReactNode }[] = [
  { name: "matchCase", label: "Tell capitals apart", kbd: "alt+c", code: "KeyC", icon: <CaseSensitive className="icon" aria-hidden /> },
  { name: "matchAccents", label: "Tell accents apart", kbd: "alt+a", code: "KeyA", icon: <span aria-hidden>é</span> },
  { name: "wholeWord", label: "Whole words", kbd: "alt+w", code: "KeyW", icon: <WholeWord className="icon" aria-hidden /> },
  { name: "regex", label: "Regular expression", kbd: "alt+r", code: "KeyR", icon: <Regex className="icon" aria-hidden /> },
];

export function FindBar({ ids }: { ids: readonly string[] }) {
  const find = useBench((state) => state.find);
  return find === null ? null : <Bar find={find} ids={ids} />;
}

function Bar({ find, ids }: { find: Find; ids: readonly string[] }) {
  const bench = useBenchParts();
  const { sourceById } = useCase();
  const focused = useBench((state) => state.sourceId);
  const input = useRef<HTMLInputElement>(null);
  const { query, options, scope } = find;
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => rememberTried(bench), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [query, options, scope, bench]);

  // Also while the focus is in a source's text, between one hit and the next.
  useKeys("Find", [{ key: "Escape", label: "Close find", run: () => closeFind(bench) }]);
  const source = sourceById(focused ?? "");
  const here = source === undefined ? "this source" : sourceName(source);
  const searched = scope === "all" ? ids : focused === null ? [] : [focused];
  const all = useMedia(PHONE) ? "all sources" : "all open sources";
  const name = scope === "all" ? `Find in ${all}` : `Find in ${here}`;
  const toggle = (option: keyof FindOptions) => setOption(bench, option, !options[option]);
  const onKeyDown = (event: KeyboardEvent) => {
    const option = event.altKey ? OPTIONS.find(({ code }) => code === event.code) : undefined;
    if (event.key === "Escape") closeFind(bench);
    else if (option !== undefined) toggle(option.name);
    else if (event.altKey && event.code === "KeyG") openFind(bench, scope === "all" ? "source" : "all");
    else if (event.key === "Enter" && event.target === input.current) stepFind(bench, event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="find" role="search" aria-label={name} onKeyDown={onKeyDown}>
      <div className="find-field" data-problem={find.problem !== null}>
        <input
          ref={input}
          id={FIELD_ID}
          type="text"
          spellCheck={!options.regex}
          aria-label={name}
          aria-invalid={find.problem !== null}
          aria-describedby="find-problem"
          placeholder={scope === "all" ? `Find in ${all}` : "Find in source"}
          value={query}
          onChange={(event) => setQuery(bench, event.target.value)}
        />
        <output aria-live="polite">{hitWords(find, searched)}</output>
      </div>
      <IconButton small label="Previous hit" kbd="shift+Enter" onClick={() => stepFind(bench, -1)}>
        <ChevronUp className="icon" aria-hidden />
      </IconButton>
      <IconButton small label="Next hit" kbd="Enter" onClick={() => stepFind(bench, 1)}>
        <ChevronDown className="icon" aria-hidden />
      </IconButton>
      <div className="find-options" role="group" aria-label="How to find">
        {OPTIONS.map(({ name: option, label, kbd, icon }) => (
          <IconButton key={option} small label={label} kbd={kbd} pressed={options[option]} onClick={() => toggle(option)}>
            {icon}
          </IconButton>
        ))}
      </div>
      {ids.length > 1 ? (
        <Segmented
          label="Where to find"
          className="find-scope"
          value={scope}
          options={[
            { value: "source", label: "This source" },
            { value: "all", label: all === "all sources" ? "All" : "All open" },
          ]}
          onChange={(next) => openFind(bench, next)}
        />
      ) : null}
      <IconButton small label="Close find" kbd="Escape" onClick={() => closeFind(bench)}>
        <X className="icon" aria-hidden />
      </IconButton>
      <p id="find-problem" className="find-problem" role="alert">
        {find.problem}
      </p>
    </div>
  );
}

/** Beside a source's name while all open sources are searched: how many of the hits are its own. */
export function SourceHitCount({ sourceId }: { sourceId: string }) {
  const find = useBench((state) => state.find);
  if (find === null || find.scope !== "all" || find.query.trim() === "" || find.problem !== null) return null;
  const count = hitCount(find, [sourceId]);
  return <span className="find-count">{count === 1 ? "1 hit" : `${count} hits`}</span>;
}
