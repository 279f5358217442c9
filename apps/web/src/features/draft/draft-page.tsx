import "@assay/editor/styles.css";
import "../workbench/panes/panes.css";
import "./draft.css";
import { lackingAbility, sourceName } from "@assay/domain";
import type { SourceView } from "@assay/domain";
import { Link, useParams } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import { Button } from "../../components/button.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { refusalOf } from "../../refusal.ts";
import { useCase, useSourceText } from "../case/use-case.ts";
import { useDocumentTitle } from "../shell/use-document-title.ts";
import { DraftDesk } from "./draft-desk.tsx";
import { keptDrafts } from "./draft-store.ts";
import type { KeptDraft } from "./draft-store.ts";
import { UnsavedWords } from "./unsaved-words.tsx";

/** The desk's own text before it is published, to be written on. */
export function DraftPage() {
  const { caseId, view, me, can } = useCase();
  const { number } = useParams({ from: "/c/$caseId/draft/$number" });
  const source = view.sources.find((one) => String(one.number) === number);
  useDocumentTitle(source === undefined ? `Draft, ${view.title}` : `${sourceName(source)}, ${view.title}`);
  const back = (
    <Link className="link" to="/c/$caseId/sources" params={{ caseId }}>
      All sources of this case
    </Link>
  );
  const removed = view.removedSources.find((one) => String(one.number) === number);
  if (removed !== undefined) {
    return (
      <Refused title="This draft was taken out of the case" action={back}>
        <p>{removed.reason}</p>
        <p>It can be put back with everything in it.</p>
        <UnsavedWords personId={me.id} sourceId={removed.id} />
      </Refused>
    );
  }
  if (source === undefined) {
    return (
      <Refused title={`There is no source ${number}`} action={back}>
        It may have another number in this case.
      </Refused>
    );
  }
  if (source.kind !== "draft") {
    return (
      <Refused title="Only drafts are written here" action={back}>
        <p>{sourceName(source)} is kept as it was published. When it was corrected there, add a new revision of it.</p>
        <UnsavedWords personId={me.id} sourceId={source.id} />
      </Refused>
    );
  }
  if (!can("add_source")) {
    return (
      <Refused title="You can read this draft, not change it" action={back}>
        {lackingAbility(me.role, "add_source")}
      </Refused>
    );
  }
  return <OpenDraft key={source.id} source={source} />;
}

function Refused({ title, action, children }: { title: string; action: ReactNode; children: ReactNode }) {
  return (
    <>
      <h1 className="vh">{title}</h1>
      <EmptyState refused title={title} action={action}>
        {children}
      </EmptyState>
    </>
  );
}

function OpenDraft({ source }: { source: SourceView }) {
  const { me } = useCase();
  const text = useSourceText(source.id);
  // While a newer revision's text is on its way nothing that is being written may leave the page.
  const [stored, setStored] = useState(text.data);
  if (text.data !== undefined && text.data !== stored) setStored(text.data);
  // Counts the drafts opened here: after one was saved or given up, the next begins from the newest revision.
  const [round, setRound] = useState(0);
  const [found, setFound] = useState<{ round: number; kept: KeptDraft | null; others: readonly KeptDraft[] } | null>(null);
  /** The text that was asked for, where more than one is kept. */
  const wanted = useRef<string | null>(null);
  const isNewest = stored?.id === source.revision.id;
  useEffect(() => {
    // A draft begins from the newest text; once begun it stays as it is, whatever comes.
    if (!isNewest || found?.round === round) return;
    let isWanted = true;
    void keptDrafts(me.id, source.id).then((all) => {
      const kept = all.find(({ place }) => place === wanted.current) ?? all[0] ?? null;
      if (isWanted) setFound({ round, kept, others: all.filter((one) => one !== kept) });
    });
    return () => {
      isWanted = false;
    };
  }, [me.id, source.id, round, isNewest, found]);
  if (text.isError && stored === undefined) {
    return (
      <EmptyState title="The text is not here" action={<Button onClick={() => void text.refetch()}>Try again</Button>}>
        {refusalOf(text.error).message}
      </EmptyState>
    );
  }
  if (stored === undefined || found?.round !== round) return <p className="draft-wait">Opening the draft</p>;
  const openNext = (place: string | null) => {
    wanted.current = place;
    setRound(round + 1);
  };
  return (
    <DraftDesk
      key={round}
      source={source}
      stored={stored}
      kept={found.kept}
      others={found.others}
      onOpen={openNext}
      onClosed={() => openNext(null)}
    />
  );
}
