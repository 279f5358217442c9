import "./jump.css";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Command } from "cmdk";
import { useMemo, useRef, useState } from "react";
import { Dialog } from "../../components/dialog.tsx";
import { trpc } from "../../trpc.ts";
import { findPlaces } from "./model/find-places.ts";
import type { Place, PlaceKind } from "./model/place.ts";

const HEADINGS: Record<PlaceKind, string> = {
  claim: "Claims",
  source: "Sources",
  page: "Pages",
  person: "People",
  case: "Cases",
};

interface JumpDialogProps {
  workspaceId: string;
  /** The case one is in: it is no place to go to. */
  caseId?: string;
  places: readonly Place[];
  onClose: () => void;
}

/** By a few letters of its name to any place of the case and to any case of the desk. */
export function JumpDialog({ workspaceId, caseId, places, onClose }: JumpDialogProps) {
  const navigate = useNavigate();
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState("");
  const { data: cases } = useQuery(trpc.case.list.queryOptions({ workspaceId }));
  const all = useMemo(
    () => [
      ...places,
      ...(cases ?? []).filter(({ id }) => id !== caseId).map(
        ({ id, title, summary }): Place => ({
          id,
          kind: "case",
          code: "",
          name: title,
          hint: summary,
          isPast: false,
          link: { to: "/c/$caseId", params: { caseId: id }, search: {} },
        }),
      ),
    ],
    [places, cases, caseId],
  );
  const groups = useMemo(() => findPlaces(all, query), [all, query]);
  // Another query, another list: what Enter opens is the nearest of it, or what an arrow key has chosen there.
  const isListed = groups.some((group) => group.places.some(({ id }) => id === chosen));
  const current = isListed ? chosen : (groups[0]?.places[0]?.id ?? "");
  // What opened the dialog may be a field of the place one leaves: the next key would be typed there.
  const left = useRef(false);
  const go = ({ link }: Place) => {
    left.current = true;
    onClose();
    void navigate(link);
  };
  return (
    <Dialog open onOpenChange={onClose} returnsFocus={() => !left.current} title="Jump to">
      <Command className="jump" label="Jump to" shouldFilter={false} vimBindings={false} value={current} onValueChange={setChosen}>
        <Command.Input
          className="input"
          placeholder="C12, a few words, a source, a person"
          value={query}
          onValueChange={(next) => {
            setQuery(next);
            setChosen("");
          }}
        />
        <Command.List className="jump-list" label="Places">
          <Command.Empty className="jump-none">
            Nothing here has “{query.trim()}” in its name. In a source, find the words with the key /.
          </Command.Empty>
          {groups.map(({ kind, places: found, more }) => (
            <Command.Group key={kind} heading={HEADINGS[kind]} className="jump-group">
              {found.map((place) => (
                <Command.Item key={place.id} value={place.id} className="jump-item" onSelect={() => go(place)}>
                  {place.code === "" ? null : <span className="jump-code">{place.code}</span>}
                  <span className="jump-name">{place.name}</span>
                  {place.hint === "" || place.hint === place.name ? null : <span className="jump-hint">{place.hint}</span>}
                </Command.Item>
              ))}
              {more === 0 ? null : <p className="jump-more">{more === 1 ? "1 more" : `${more} more`}: add a word</p>}
            </Command.Group>
          ))}
        </Command.List>
      </Command>
    </Dialog>
  );
}
