import "./archive.css";
import { can, hasBlindCell, lackingAbility } from "@assay/domain";
import { Download } from "lucide-react";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { FormError } from "../../components/field.tsx";
import { useCase } from "../case/use-case.ts";
import { hashGroups, sizeWords } from "../report/model/byte-size.ts";
import { downloadArchive } from "./archive-api.ts";
import type { MadeArchive } from "./archive-api.ts";

const BLIND = "An archive holds everything, and cells are still blind. It can be made once all of them have opened.";

/** The case itself as a file: for keeping, and for carrying it to another desk or server. */
export function ArchiveSection() {
  const { caseId, view, me } = useCase();
  const [progress, setProgress] = useState<number | "preparing" | null>(null);
  const [made, setMade] = useState<MadeArchive | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const download = async () => {
    setProgress("preparing");
    setMade(null);
    setProblem(null);
    try {
      setMade(await downloadArchive(caseId, (done) => setProgress(done ?? "preparing")));
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
    setProgress(null);
  };
  const isMaking = progress !== null;
  const making = isMaking ? "The archive is being made." : null;
  const lacking = can(me.role, "manage_case") ? null : lackingAbility(me.role, "manage_case");
  const blind = hasBlindCell(view) ? BLIND : null;
  return (
    <section className="archive" aria-labelledby="archive-title">
      <h2 id="archive-title" className="h">
        Archive
      </h2>
      <p className="meta">
        The whole case as one file: every source as it was received, every version, review and thread, and the log. It
        can be imported at any desk, where it is the same case.
      </p>
      <Button
        icon={<Download className="icon" aria-hidden />}
        disabledReason={lacking ?? blind ?? making}
        onClick={() => void download()}
      >
        {isMaking ? "Making …" : "Download the archive"}
      </Button>
      {isMaking ? <progress aria-label="Archive" {...(progress === "preparing" ? {} : { value: progress })} /> : null}
      <p className="micro" role="status">
        {made === null ? null : (
          <>
            {made.filename} was handed to the browser: {sizeWords(made.size)}, sha256{" "}
            <span className="mono">{hashGroups(made.sha256)}</span>
          </>
        )}
      </p>
      <FormError>{problem}</FormError>
    </section>
  );
}
