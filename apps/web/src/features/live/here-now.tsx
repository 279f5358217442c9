import "./live.css";
import type { PresenceView } from "@assay/domain";
import { useNavigate } from "@tanstack/react-router";
import { Avatar } from "../../components/avatar.tsx";
import { Menu, MenuItem, MenuLabel } from "../../components/menu.tsx";
import { useCase } from "../case/use-case.ts";
import { nameOf, targetWords } from "./event-words.ts";
import { useLive } from "./live-store.ts";

/** How many faces the bar shows before it counts. */
const FACES = 4;

/** Who else is in the case; the list says where, and leads there. */
export function HereNow() {
  const people = useLive((state) => state.people);
  return people.length === 0 ? null : <Faces people={people} />;
}

function Faces({ people }: { people: readonly PresenceView[] }) {
  const { caseId, view, claimById, sourceById } = useCase();
  const navigate = useNavigate();
  const names = [...new Set(people.map(({ userId }) => nameOf(view, userId)))];
  if (names.length === 0) return null;
  const goTo = ({ claimId, sourceId }: PresenceView) => {
    const claim = claimId === null ? undefined : claimById(claimId)?.number;
    const source = sourceId === null ? undefined : sourceById(sourceId)?.number;
    const search = { ...(claim === undefined ? {} : { claim }), ...(source === undefined ? {} : { source }) };
    void navigate({ to: "/c/$caseId", params: { caseId }, search });
  };
  return (
    <Menu
      label="Here now"
      trigger={
        <button type="button" className="live-here" aria-label={`Here now: ${names.join(", ")}`}>
          {names.slice(0, FACES).map((name) => (
            <Avatar key={name} name={name} />
          ))}
          {names.length > FACES ? <span className="meta not-phone">+{names.length - FACES}</span> : null}
          {names.length > 1 ? <span className="meta only-phone">+{names.length - 1}</span> : null}
        </button>
      }
    >
      <MenuLabel>Here now</MenuLabel>
      {people.map((one) => (
        <MenuItem
          key={one.pageId}
          icon={<Avatar small name={nameOf(view, one.userId)} />}
          onSelect={() => goTo(one)}
          disabledReason={one.claimId === null && one.sourceId === null ? "in this case, on no claim or source" : null}
        >
          {nameOf(view, one.userId)}
          {one.claimId === null && one.sourceId === null ? null : (
            <span className="live-where">
              {one.selection === null ? "" : "selects words at "}
              {targetWords(view, one)}
            </span>
          )}
        </MenuItem>
      ))}
    </Menu>
  );
}
