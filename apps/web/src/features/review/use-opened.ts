import type { TagView } from "@assay/domain";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { create } from "zustand";
import { api } from "../../trpc.ts";
import { useCase } from "../case/use-case.ts";
import { GLANCE_MS } from "./model/reading-time.ts";

type Reading = Pick<TagView, "id" | "version">;

const keyOf = (caseId: string) => ["readings", caseId];
const wordOf = ({ id, version }: Reading) => `${id} ${version}`;

/**
 * Noted since the page was opened, by person, for another may sign in meanwhile. Beside the server's answer and not
 * laid into it: one that was asked for before the note and comes after it would take the note away again.
 */
const useNoted = create<{ words: ReadonlySet<string> }>(() => ({ words: new Set() }));

/** The TagVersions that this person has had before their eyes, in this visit or an earlier one. */
export function useOpened(): (tag: Reading) => boolean {
  const { caseId, me, can } = useCase();
  const { data } = useQuery({
    queryKey: keyOf(caseId),
    queryFn: async () =>
      (await api.review.readings.query({ caseId })).map(({ tagId, tagVersion }) => `${tagId} ${tagVersion}`),
    enabled: can("review"),
    staleTime: Infinity,
  });
  const noted = useNoted(({ words }) => words);
  const opened = new Set(data);
  return (tag) => opened.has(wordOf(tag)) || noted.has(`${me.id} ${wordOf(tag)}`);
}

/**
 * Notes that somebody who may decide on a tag has its version on the screen: what they have not opened they cannot
 * approve together with others. What only flashes by while a key is held was not opened. Without an answer it is noted
 * the next time the tag is shown.
 */
export function useNoteOpened(tag: TagView): void {
  const { caseId, view, me, can } = useCase();
  const { id, version } = tag;
  const userId = me.id;
  const noted = can("review") && (tag.authorId !== userId || view.policy.selfReview);
  useEffect(() => {
    if (!noted) return undefined;
    const word = `${userId} ${wordOf({ id, version })}`;
    if (useNoted.getState().words.has(word)) return undefined;
    const note = () =>
      void api.review.open.mutate({ caseId, tagId: id, tagVersion: version }).then(
        () => useNoted.setState(({ words }) => ({ words: new Set([...words, word]) })),
        () => undefined,
      );
    const timer = setTimeout(note, GLANCE_MS);
    return () => clearTimeout(timer);
  }, [caseId, userId, id, version, noted]);
}
