import "./archive.css";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Field, FormError, focusInvalid } from "../../components/field.tsx";
import { newId, queryClient, trpc } from "../../trpc.ts";
import { sizeWords } from "../report/model/byte-size.ts";
import { ArchiveProblem, uploadArchive } from "./archive-api.ts";
import type { ImportedArchive } from "./archive-api.ts";

interface ImportArchiveDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  workspaceId: string;
}

interface Problem {
  message: string;
  /** The case is on this server: a copy of it can be imported. */
  isHere: boolean;
}

interface Chosen {
  file: File;
  /** One for each file: sent again, it is the same import (E4). */
  mutationId: string;
}

/** Choose, send, and what came of it. A refusal keeps the file chosen, and says what is wrong with it. */
export function ImportArchiveDialog({ open, onOpenChange, workspaceId }: ImportArchiveDialogProps) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [lacking, setLacking] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, setSending] = useState<number | "reading" | null>(null);
  const [imported, setImported] = useState<ImportedArchive | null>(null);

  const send = async (asCopy = false) => {
    setProblem(null);
    setLacking(chosen === null ? "Choose an archive: a file that ends in .assay.zip." : null);
    if (chosen === null) return focusInvalid();
    if (sending !== null) return;
    setSending(0);
    try {
      const { file, mutationId } = chosen;
      const sent = { workspaceId, mutationId, file, asCopy };
      setImported(await uploadArchive(sent, (done) => setSending(done ?? "reading")));
      setChosen(null);
      void queryClient.invalidateQueries({ queryKey: trpc.case.list.queryKey() });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      setProblem({ message, isHere: error instanceof ArchiveProblem && error.code === "ALREADY_EXISTS" });
    }
    setSending(null);
  };
  const change = (next: boolean) => {
    if (!next) setImported(null);
    onOpenChange(next);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={imported === null ? "Import an archive" : "The case is here"}
      description={
        imported === null
          ? "A case that was archived at a desk, with all its sources, work and log. It is read through and verified " +
            "before any of it is stored."
          : imported.title
      }
    >
      {imported === null ? (
        <form
          className="archive-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <Field label="Archive" error={lacking}>
            {(field) => (
              <input
                {...field}
                className="archive-file"
                type="file"
                accept=".zip,application/zip"
                onChange={({ target }) => {
                  const file = target.files?.[0];
                  setChosen(file === undefined ? null : { file, mutationId: newId() });
                  setLacking(null);
                  setProblem(null);
                }}
              />
            )}
          </Field>
          {sending === null || chosen === null ? null : (
            <div className="archive-sending" role="status">
              <progress aria-label="Import" {...(sending === "reading" ? {} : { value: sending })} />
              <span className="meta">
                {sending === "reading" ? "Reading and verifying it" : `Sending ${sizeWords(chosen.file.size)}`}
              </span>
            </div>
          )}
          <FormError>{problem?.message ?? null}</FormError>
          <div className="archive-foot">
            <Button onClick={() => change(false)}>Cancel</Button>
            {problem?.isHere === true && sending === null ? (
              <Button onClick={() => void send(true)}>Import as a copy</Button>
            ) : null}
            <Button type="submit" variant="primary" disabledReason={sending === null ? null : "It is being imported."}>
              {sending === null ? "Import" : "Importing"}
            </Button>
          </div>
        </form>
      ) : (
        <ImportReport imported={imported} onClose={() => change(false)} />
      )}
    </Dialog>
  );
}

function ImportReport({ imported, onClose }: { imported: ImportedArchive; onClose: () => void }) {
  const { caseId, copyOf, workspace, sources, claims, tags, events, people, unknown } = imported;
  return (
    <div className="archive-report">
      <dl>
        {Object.entries({ Sources: sources, Claims: claims, Tags: tags }).map(([label, count]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{count.toLocaleString("en")}</dd>
          </div>
        ))}
      </dl>
      <p>
        The log’s {events.toLocaleString("en")} entries follow from the first to the last. It goes on here with the
        entry that says the case came from “{workspace}”; what stands before that is that desk’s word.
        {copyOf === null ? "" : " This is a copy: its ids are its own, and its log was chained anew with them."}
      </p>
      <p className="meta">{peopleWords(people, unknown)}</p>
      <div className="archive-foot">
        <Button onClick={onClose}>Close</Button>
        <Link className="btn btn-primary" to="/c/$caseId" params={{ caseId }}>
          Open the case
        </Link>
      </div>
    </div>
  );
}

function peopleWords(people: number, unknown: number): string {
  if (unknown === 0) return "Everybody whose work is in it has an account here.";
  const who = unknown === people ? "The people" : `${unknown} of the ${people} people`;
  return `${who} whose work is in it have no account here: they are named as former members and cannot sign in.`;
}
