import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api } from "../../trpc.ts";
import type { SourceDraft } from "./source-draft.ts";
import { contentOf } from "./source-draft.ts";

const TYPING_PAUSE_MS = 450;

/** How the server would read the draft's text: asked when the typing pauses, nothing is stored. */
export function useInspection(caseId: string, draft: SourceDraft) {
  const content = contentOf(draft);
  const stamp = useSettled(content === null ? null : stampOf(draft));
  return useQuery({
    queryKey: ["inspect", caseId, stamp],
    queryFn: () => {
      if (content === null) throw new Error("Nothing to read");
      return api.source.inspect.mutate({ caseId, content });
    },
    enabled: content !== null && stamp !== null,
    staleTime: Infinity,
    gcTime: 60_000,
    retry: false,
  });
}

/** Tells one content from another without hashing 25 MB on each key press. */
export function stampOf(draft: SourceDraft): string {
  const { file, text } = draft;
  if (file !== null) return `${file.id} ${file.encoding ?? ""} ${file.whole === true ? "whole" : ""}`;
  return `${draft.id} ${text.length} ${quickHash(text)}`;
}

function quickHash(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return hash;
}

export function useSettled(stamp: string | null): string | null {
  const [settled, setSettled] = useState(stamp);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(stamp), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [stamp]);
  // While somebody types, the last answer would describe another text.
  return settled === stamp ? settled : null;
}
