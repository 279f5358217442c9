import "./source.css";
import "./sources-page.css";
import type { SourceView } from "@assay/domain";
import { lackingAbility, sourceName } from "@assay/domain";
import { Link, useNavigate } from "@tanstack/react-router";
import { ExternalLink, FilePlus2, FolderMinus, Pencil, Plus } from "lucide-react";
import { useState } from "react";
import { Button, IconButton } from "../../components/button.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { printedDate } from "../../components/format-time.ts";
import { Kbd } from "../../components/kbd.tsx";
import { useKeys } from "../../components/keys.ts";
import { TimeAgo } from "../../components/time-ago.tsx";
import { CaseAbout } from "../case/case-about.tsx";
import { useCase } from "../case/use-case.ts";
import { DraftLink } from "../draft/draft-link.tsx";
import { ReviseDialog } from "../revision/revise-dialog.tsx";
import { useDocumentTitle } from "../shell/use-document-title.ts";
import { AddSourceDialog } from "./add-source-dialog.tsx";
import { EditSourceDialog } from "./edit-source-dialog.tsx";
import { OriginalLink } from "./original-link.tsx";
import { RemoveSourceDialog } from "./remove-source-dialog.tsx";
import { RemovedSources } from "./removed-sources.tsx";
import { grouped } from "./source-words.ts";

export function SourcesPage() {
  const { caseId, view, me, can, sourceById, latest } = useCase();
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const [editing, setEditing] = useState<string | null>(null);
  const [revising, setRevising] = useState<string | null>(null);
  const [removing, setRemoving] = useState<string | null>(null);
  useDocumentTitle(`Sources, ${view.title}`);
  const may = can("add_source");
  useKeys("Sources", [{ key: "a", label: "Add a source", bar: "add a source", when: may, run: () => setAdding(true) }]);
  const edited = editing === null ? undefined : sourceById(editing);
  const revised = revising === null ? undefined : sourceById(revising);
  const removed = removing === null ? undefined : sourceById(removing);
  const openInWorkbench = (sourceId: string) => {
    const source = latest().sources.find((one) => one.id === sourceId);
    if (source === undefined) return;
    void navigate({ to: "/c/$caseId", params: { caseId }, search: { source: source.number } });
  };
  return (
    <div className="sources">
      <div className="sources-head">
        <h1>Sources</h1>
        <span className="grow" />
        <Link className="link" to="/c/$caseId/policy" params={{ caseId }}>
          Policy of this case
        </Link>
        <Button
          variant="primary"
          kbd="a"
          icon={<Plus className="icon" aria-hidden />}
          disabledReason={may ? null : lackingAbility(me.role, "add_source")}
          onClick={() => setAdding(true)}
        >
          Add a source
        </Button>
      </div>
      <CaseAbout />
      {view.sources.length === 0 ? (
        <EmptyState title="No sources yet">
          A case compares what several sources say of the same event. Press <Kbd>a</Kbd>, then paste a text or drop
          files: text, Markdown, web pages, DOCX, PDF. Three sources make a good start.
        </EmptyState>
      ) : (
        <ol className="sources-list">
          {view.sources.map((source) => (
            <SourceRow
              key={source.id}
              source={source}
              onEdit={may ? () => setEditing(source.id) : null}
              onRevise={may ? () => setRevising(source.id) : null}
              onRemove={may ? () => setRemoving(source.id) : null}
            />
          ))}
        </ol>
      )}
      <RemovedSources />
      <AddSourceDialog open={adding} onOpenChange={setAdding} onOpenExisting={openInWorkbench} />
      {edited === undefined ? null : (
        <EditSourceDialog key={edited.id} source={edited} onClose={() => setEditing(null)} />
      )}
      {revised === undefined ? null : (
        <ReviseDialog key={revised.id} source={revised} onClose={() => setRevising(null)} />
      )}
      {removed === undefined ? null : (
        <RemoveSourceDialog key={removed.id} source={removed} onClose={() => setRemoving(null)} />
      )}
    </div>
  );
}

interface SourceRowProps {
  source: SourceView;
  onEdit: (() => void) | null;
  onRevise: (() => void) | null;
  onRemove: (() => void) | null;
}

function SourceRow({ source, onEdit, onRevise, onRemove }: SourceRowProps) {
  const { caseId, personById } = useCase();
  const { revision } = source;
  const now = new Date();
  const facts = [
    source.kind,
    source.publishedAt === null ? null : printedDate(source.publishedAt, now),
    source.author.trim() || null,
    source.language,
    source.independenceGroup.trim() === "" ? null : `group ${source.independenceGroup.trim()}`,
  ].filter((fact) => fact !== null);
  const name = sourceName(source);
  const adder = personById(source.createdBy);
  return (
    <li className="sources-row">
      <span className="sources-number">{source.number}</span>
      <div className="sources-about">
        <p className="sources-name">
          <Link to="/c/$caseId" params={{ caseId }} search={{ source: source.number }}>
            {name}
          </Link>
          {revision.completeness === "partial" ? <span className="sources-partial">partial</span> : null}
        </p>
        {source.title.trim() !== "" && source.title.trim() !== name ? (
          <p className="sources-title">{source.title}</p>
        ) : null}
        <p className="meta">{facts.join(" · ")}</p>
      </div>
      <p className="meta sources-revision">
        r{revision.number} · {grouped(revision.length)} characters ·{" "}
        <span className="mono" title={`sha256 ${revision.sha256}`}>
          {revision.sha256.slice(0, 8)}
        </span>
        <br />
        added <TimeAgo iso={source.createdAt} />
        {adder === undefined ? "" : ` by ${adder.name}`}
        {source.revisions.length > 1 ? (
          <>
            <br />
            revised <TimeAgo iso={revision.createdAt} />
            {" · "}
            {source.revisions.slice(0, -1).map(({ id, number }) => (
              <Link
                key={id}
                className="link sources-older"
                to="/c/$caseId"
                params={{ caseId }}
                search={{ source: source.number, revision: number }}
              >
                r{number}
              </Link>
            ))}
          </>
        ) : null}
      </p>
      <span className="sources-actions">
        <DraftLink source={source} />
        {source.url === "" ? null : (
          <a
            className="btn-icon"
            href={source.url}
            target="_blank"
            rel="noreferrer noopener"
            aria-label={`${name} on the web`}
            title="On the web"
          >
            <ExternalLink className="icon" aria-hidden />
          </a>
        )}
        <OriginalLink source={source} />
        {onRevise === null ? null : (
          <IconButton label={`New revision of ${name}`} onClick={onRevise}>
            <FilePlus2 className="icon" aria-hidden />
          </IconButton>
        )}
        {onEdit === null ? null : (
          <IconButton label={`Edit the description of ${name}`} onClick={onEdit}>
            <Pencil className="icon" aria-hidden />
          </IconButton>
        )}
        {onRemove === null ? null : (
          <IconButton label={`Take ${name} out of the case`} onClick={onRemove}>
            <FolderMinus className="icon" aria-hidden />
          </IconButton>
        )}
      </span>
    </li>
  );
}
