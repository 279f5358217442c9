import type { TagView } from "@assay/domain";
import { Button } from "../../components/button.tsx";
import { useKeys } from "../../components/keys.ts";
import { notify } from "../../components/toast.tsx";
import { api } from "../../trpc.ts";
import { useCase } from "../case/use-case.ts";
import { useCaseMutation } from "../case/use-case-mutation.ts";
import { setPicked, togglePicked, useReviewState } from "./review-state.ts";
import { useDecide } from "./use-decide.ts";
import { useOpened } from "./use-opened.ts";

interface BulkBarProps {
  /** The list to review. */
  tags: readonly TagView[];
  tagId: string | null;
}

/** Several tags approved in one go: those that were opened in the version they have, and no others. */
export function BulkBar({ tags, tagId }: BulkBarProps) {
  const { caseId, can } = useCase();
  const { run } = useCaseMutation();
  const { nameOf } = useDecide(null);
  const picked = useReviewState((state) => state.picked);
  const wasOpened = useOpened();
  const chosen = tags.filter((tag) => picked.has(tag.id));
  const opened = chosen.filter(wasOpened);
  const unopened = chosen.length - opened.length;
  const current = tags.find((tag) => tag.id === tagId);

  const approve = async () => {
    if (opened.length === 0) {
      notify({ text: "Open a tag before you approve it with others.", tone: "refusal" });
      return;
    }
    const sent = await run(`Approve ${counted(opened.length)}`, (mutationId) =>
      api.review.approveMany.mutate({
        mutationId,
        caseId,
        tags: opened.map(({ id, version }) => ({ tagId: id, tagVersion: version })),
      }),
    );
    if (!sent.ok) return;
    const { refused = [] } = sent.change;
    setPicked([...refused.map((one) => one.tagId), ...chosen.filter((tag) => !wasOpened(tag)).map(({ id }) => id)]);
    const told = refused.flatMap((one) => {
      const tag = tags.find(({ id }) => id === one.tagId);
      return tag === undefined ? [] : [`${nameOf(tag)}: ${one.reason}`];
    });
    notify({
      text: [`${counted(opened.length - refused.length)} approved.`, ...told].join(" "),
      ...(told.length === 0 ? {} : { tone: "refusal" as const }),
    });
  };
  useKeys("Review", [
    {
      key: "b",
      label: "Pick this tag, to approve several together",
      when: can("review") && current !== undefined,
      run: () => (current === undefined ? undefined : togglePicked(current.id)),
    },
    { key: "shift+b", label: "Approve the picked tags", when: chosen.length > 0, run: () => void approve() },
  ]);
  if (chosen.length === 0) return null;
  return (
    <div className="review-bulk" role="group" aria-label="Picked tags">
      <p className="meta" role="status">
        {chosen.length} picked
        {unopened === 0 ? ", all opened" : `, ${unopened} not opened yet`}
      </p>
      <Button
        variant="primary"
        kbd="shift+b"
        disabledReason={opened.length > 0 ? null : "Open a tag before you approve it with others."}
        onClick={() => void approve()}
      >
        Approve {opened.length}
      </Button>
      {chosen.length === tags.length ? null : (
        <Button variant="quiet" onClick={() => setPicked(tags.map(({ id }) => id))}>
          Pick all
        </Button>
      )}
      <Button variant="quiet" onClick={() => setPicked([])}>
        Clear
      </Button>
    </div>
  );
}

const counted = (tags: number) => (tags === 1 ? "1 tag" : `${tags} tags`);
