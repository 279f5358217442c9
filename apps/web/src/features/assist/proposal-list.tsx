import type { SuggestionKind } from "@assay/domain";
import type { ReactNode } from "react";
import { Button } from "../../components/button.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { useKeys } from "../../components/keys.ts";
import { notify } from "../../components/toast.tsx";
import { useCase } from "../case/use-case.ts";
import type { AssistWrites } from "./assist-writes.ts";
import { useListCursor } from "./use-list-cursor.ts";

type Proposed = Exclude<SuggestionKind, "cell" | "claim">;

/** Anything the machine proposes beside claims and passages, ready to be shown. */
export interface Proposal {
  key: string;
  kind: Proposed;
  title: ReactNode;
  body: ReactNode;
  /** Below the body, for the one that has the cursor: it may have to be fetched. */
  more?: ReactNode;
  /** What the key Enter does: to its place in the workbench. */
  open: (() => void) | null;
  /** What the key A does; null where there is only something to look at. */
  accept: { label: string; run: () => void; refusal?: string | null } | null;
}

interface ProposalListProps {
  name: string;
  /** What stands in its place when there is none. */
  none: string;
  proposals: readonly Proposal[];
  dismissed: ReadonlySet<string>;
  showDismissed: boolean;
  writes: AssistWrites;
}

export function ProposalList({ name, none, proposals, dismissed, showDismissed, writes }: ProposalListProps) {
  const { can } = useCase();
  const mayTake = can("edit_claim");
  const list = proposals.filter(({ kind, key }) => dismissed.has(`${kind} ${key}`) === showDismissed);
  const cursor = useListCursor(list);
  const { item } = cursor;
  const move = (to: "dismiss" | "restore") =>
    cursor.act((proposal) => {
      const { kind, key } = proposal;
      cursor.leaving([proposal]);
      void writes[to]([{ kind, key }], "a suggestion");
    });
  const accept = () =>
    cursor.act((proposal) => {
      const { accept: act } = proposal;
      if (act === null) return;
      if (act.refusal !== null && act.refusal !== undefined) return notify({ text: act.refusal, tone: "refusal" });
      cursor.leaving([proposal]);
      act.run();
    });
  const step = (by: 1 | -1) => {
    if (!cursor.step(by)) notify({ text: list.length === 0 ? "There is none in this list." : by > 0 ? "This is the last one." : "This is the first one." });
  };
  const one = mayTake && item !== null;
  useKeys("Suggestions", [
    { key: "j", label: "Next suggestion", bar: "suggestion", run: () => step(1) },
    { key: "k", label: "Previous suggestion", bar: "suggestion", run: () => step(-1) },
    {
      key: "a",
      label: item?.accept?.label ?? "Accept",
      bar: "accept",
      when: one && !showDismissed && item.accept !== null,
      run: accept,
    },
    { key: "d", label: "Dismiss", bar: "dismiss", when: one && !showDismissed, run: () => move("dismiss") },
    { key: "Enter", label: "Show it in the workbench", bar: "workbench", when: item !== null && item.open !== null, run: () => item?.open?.() },
    { key: "r", label: "Bring it back", bar: "bring back", when: one && showDismissed, run: () => move("restore") },
  ]);
  return (
    <section className="sug-list" aria-label={name}>
      {list.length === 0 ? (
        <EmptyState title={showDismissed ? "Nothing is dismissed" : "Nothing to show"}>
          {showDismissed ? "What you dismiss with D waits here." : none}
        </EmptyState>
      ) : (
        <ol>
          {list.map((proposal, index) => {
            const on = index === cursor.at;
            return (
              <li
                key={proposal.key}
                className={on ? "sug-item on" : "sug-item"}
                aria-current={on ? "true" : undefined}
                {...(on ? { ref: cursor.current, tabIndex: -1 } : {})}
                onClick={() => cursor.goTo(index)}
                onFocus={() => cursor.goTo(index)}
              >
                <div className="sug-body">
                  <h3 className="sug-title">{proposal.title}</h3>
                  {proposal.body}
                  {on ? proposal.more : null}
                  {on && mayTake ? (
                    <p className="sug-acts">
                      {showDismissed ? (
                        <Button className="btn-small" kbd="r" onClick={() => move("restore")}>
                          Bring back
                        </Button>
                      ) : (
                        <>
                          {proposal.accept === null ? null : (
                            <Button
                              className="btn-small"
                              kbd="a"
                              disabledReason={proposal.accept.refusal}
                              onClick={accept}
                            >
                              {proposal.accept.label}
                            </Button>
                          )}
                          <Button
                            className="btn-small"
                            variant="quiet"
                            kbd="d"
                            onClick={() => move("dismiss")}
                          >
                            Dismiss
                          </Button>
                        </>
                      )}
                    </p>
                  ) : null}
                </div>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}
