import "./filter.css";
import { claimLabel, stateWord } from "@assay/domain";
import { ChevronDown, X } from "lucide-react";
import { useEffect, useRef } from "react";
import { Button, IconButton } from "../../../components/button.tsx";
import { Glyph } from "../../../components/glyph.tsx";
import { Menu, MenuCheck } from "../../../components/menu.tsx";
import { useCase } from "../../case/use-case.ts";
import { useBench, useBenchParts } from "../state/bench-context.tsx";
import { FILTER_STANCES, FILTER_STATES, SHOW_ALL, countShown, isFiltered, toggled } from "./highlight-filter.ts";
import type { HighlightFilter } from "./highlight-filter.ts";
import { useShowsTag } from "./use-shown-tags.ts";

/** At the foot of the sources while highlights are filtered, or about to be: what is hidden is never hidden in silence. */
export function FilterBar({ ids }: { ids: readonly string[] }) {
  const open = useBench((state) => state.filtering || isFiltered(state.highlights));
  return open ? <Bar ids={ids} /> : null;
}

function Bar({ ids }: { ids: readonly string[] }) {
  const { store, panes } = useBenchParts();
  const { claimById } = useCase();
  const set = useBench((state) => state.highlights);
  const opened = useBench((state) => state.filtering);
  const claim = claimById(useBench((state) => state.claimId) ?? "");
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = bar;
    if (opened && current?.contains(document.activeElement) === false) current.querySelector("button")?.focus();
  }, [opened]);
  const change = (next: Partial<HighlightFilter>) =>
    store.setState(({ highlights }) => ({ filtering: true, highlights: { ...highlights, hidden: false, ...next } }));
  const close = (highlights: HighlightFilter) => {
    store.setState({ highlights, filtering: false });
    panes.get(store.getState().sourceId)?.focus();
  };
  return (
    <div
      ref={bar}
      className="filter"
      role="group"
      aria-label="Filter highlights"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        close(set);
      }}
    >
      <span className="filter-word">Highlights</span>
      {FILTER_STANCES.map((stance) => (
        <Button
          key={stance}
          className={`filter-stance stance-${stance}`}
          aria-pressed={set.stances.includes(stance)}
          icon={<Glyph name={stance} />}
          onClick={() => change({ stances: toggled(set.stances, stance) })}
        >
          {stance}
        </Button>
      ))}
      <StateMenu set={set} change={change} />
      <AuthorMenu set={set} change={change} />
      <Button aria-pressed={set.unsettled} onClick={() => change({ unsettled: !set.unsettled })}>
        Unsettled only
      </Button>
      <Button
        kbd="i"
        aria-pressed={set.solo}
        disabledReason={claim === undefined ? "Choose a claim first, with J or K or in the ledger." : null}
        onClick={() => change({ solo: !set.solo })}
      >
        {claim === undefined ? "One claim only" : `${claimLabel(claim)} only`}
      </Button>
      <Button kbd="shift+h" aria-pressed={set.hidden} onClick={() => change({ hidden: !set.hidden })}>
        None
      </Button>
      <span className="bench-grow" />
      <Count ids={ids} />
      {isFiltered(set) ? (
        <Button variant="quiet" onClick={() => change(SHOW_ALL)}>
          Show all
        </Button>
      ) : null}
      <IconButton small label="Show all highlights and close" onClick={() => close(SHOW_ALL)}>
        <X className="icon" aria-hidden />
      </IconButton>
    </div>
  );
}

function Count({ ids }: { ids: readonly string[] }) {
  const { view } = useCase();
  const { shown, all } = countShown(view.tags, ids, useShowsTag());
  return (
    <output className="filter-count" aria-live="polite">
      {shown === all ? `all ${all}` : `${shown} of ${all}`}
    </output>
  );
}

interface MenuProps {
  set: HighlightFilter;
  change: (next: Partial<HighlightFilter>) => void;
}

function StateMenu({ set, change }: MenuProps) {
  const words = set.states.length === 0 ? "any state" : set.states.map(stateWord).join(", ");
  return (
    <Menu label="State of the tag" align="start" trigger={<Choice words={words} isSet={set.states.length > 0} name="State" />}>
      {FILTER_STATES.map((state) => (
        <MenuCheck
          key={state}
          checked={set.states.includes(state)}
          onChange={() => change({ states: toggled(set.states, state) })}
        >
          {stateWord(state)}
        </MenuCheck>
      ))}
    </Menu>
  );
}

function AuthorMenu({ set, change }: MenuProps) {
  const { view, personById, me } = useCase();
  const ids = new Set([me.id, ...view.tags.filter((tag) => tag.state !== "withdrawn").map((tag) => tag.authorId)]);
  const nameOf = (id: string) => (id === me.id ? "me" : (personById(id)?.name ?? "somebody who left"));
  const words = set.authors.length === 0 ? "anybody" : set.authors.map(nameOf).join(", ");
  return (
    <Menu label="Author of the tag" align="start" trigger={<Choice words={words} isSet={set.authors.length > 0} name="By" />}>
      {[...ids].map((id) => (
        <MenuCheck key={id} checked={set.authors.includes(id)} onChange={() => change({ authors: toggled(set.authors, id) })}>
          {nameOf(id)}
        </MenuCheck>
      ))}
    </Menu>
  );
}

/** Takes whatever the menu's trigger hands it. */
function Choice({ words, isSet, name, ...rest }: { words: string; isSet: boolean; name: string }) {
  return (
    <Button {...rest} className={isSet ? "filter-choice filter-set" : "filter-choice"} aria-label={`${name}: ${words}`}>
      <span>{words}</span>
      <ChevronDown className="icon" aria-hidden />
    </Button>
  );
}
