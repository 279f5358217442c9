import "./share.css";
import { useQuery } from "@tanstack/react-query";
import { Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "../../components/button.tsx";
import { fullTime } from "../../components/format-time.ts";
import { TimeAgo } from "../../components/time-ago.tsx";
import { notify } from "../../components/toast.tsx";
import { api, queryClient, trpc } from "../../trpc.ts";
import { useCase } from "../case/use-case.ts";
import { useCaseMutation } from "../case/use-case-mutation.ts";
import { ShareForm } from "./share-form.tsx";

/** Links that open a release for people without an account; each can be taken back. */
export function ShareLinks() {
  const { caseId, view, personById } = useCase();
  const { run } = useCaseMutation();
  const [making, setMaking] = useState(false);
  const options = trpc.share.list.queryOptions({ caseId });
  const { data: links = [] } = useQuery({ ...options, staleTime: 0 });
  const reload = async () => {
    // The first answer may still be on its way, and know nothing yet of what was just done: it would be waited for.
    await queryClient.cancelQueries({ queryKey: options.queryKey });
    await queryClient.invalidateQueries({ queryKey: options.queryKey });
  };
  const revoke = async (shareId: string) => {
    await run("Revoke the link", (mutationId) => api.share.revoke.mutate({ mutationId, caseId, shareId }), {
      done: "The link opens nothing any more.",
    });
    await reload();
  };
  return (
    <section aria-labelledby="share-title">
      <h2 id="share-title">Links</h2>
      <p className="meta">Whoever has a link reads that release, without an account, until it expires or is revoked.</p>
      <ul className="share-links" aria-label="Links to releases">
        {links.map((link) => (
          <li key={link.id} className={link.state === "open" ? "" : "share-shut"}>
            <div>
              <p>
                <b>{link.label === "" ? "A link" : link.label}</b>, release {link.number}
              </p>
              <p className="micro">
                {link.state === "open" ? (
                  <>
                    Expires <time title={fullTime(link.expiresAt)}>{dayOf(link.expiresAt)}</time>
                  </>
                ) : link.state === "revoked" ? (
                  "Revoked"
                ) : (
                  "Expired"
                )}
                . {personById(link.createdBy)?.name ?? "A former member"}.{" "}
                {link.lastUsedAt === null ? (
                  "Not opened yet."
                ) : (
                  <>
                    Opened {link.uses === 1 ? "once" : `${link.uses} times`}, last <TimeAgo iso={link.lastUsedAt} />.
                  </>
                )}
              </p>
            </div>
            {link.state !== "open" ? null : (
              <p className="release-actions">
                {link.path === null ? null : <CopyLink label={link.label} path={link.path} />}
                <Button variant="danger" onClick={() => void revoke(link.id)}>
                  Revoke
                </Button>
              </p>
            )}
          </li>
        ))}
      </ul>
      {making ? (
        <ShareForm
          releases={view.releases.map(({ number }) => number)}
          onClose={() => setMaking(false)}
          onMade={(path) => {
            setMaking(false);
            void copy(new URL(path, location.origin).href);
            void reload();
          }}
        />
      ) : (
        <p className="release-actions">
          <Button onClick={() => setMaking(true)}>Make a link</Button>
        </p>
      )}
    </section>
  );
}

function CopyLink({ label, path }: { label: string; path: string }) {
  return (
    <>
      <Button
        icon={<Copy className="icon" aria-hidden />}
        aria-label={`Copy the link for ${label === "" ? "anybody" : label}`}
        onClick={() => void copy(new URL(path, location.origin).href)}
      >
        Copy
      </Button>
      <a className="link" href={path} target="_blank" rel="noreferrer">
        Open
      </a>
    </>
  );
}

async function copy(href: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(href);
    notify({ text: "The link is copied." });
  } catch {
    notify({ text: "The browser does not let this page copy. Open the link and copy its address.", tone: "refusal" });
  }
}

function dayOf(iso: string): string {
  return new Date(iso).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
}
