import { useQuery } from "@tanstack/react-query";
import { Tooltip } from "../../components/tooltip.tsx";
import { notify } from "../../components/toast.tsx";
import { queryClient, trpc } from "../../trpc.ts";
import { refusalOf } from "../../refusal.ts";
import { useCaseOf } from "./use-case.ts";

/** "Event 1 284 · log verified". A press checks the whole chain of hashes again (E2). */
export function LogStatus() {
  const caseId = useCaseOf((one) => one.caseId);
  const lastEvent = useCaseOf(({ view }) => view.lastEvent);
  const options = trpc.case.verifyLog.queryOptions({ caseId }, { staleTime: Infinity });
  const { data, isFetching, isError } = useQuery(options);
  const verify = async () => {
    try {
      const result = await queryClient.fetchQuery({ ...options, staleTime: 0 });
      if (result.ok) {
        // While cells are blind the number would tell how much others do in them (B1).
        const all = result.events === null ? "All" : `All ${grouped(result.events)}`;
        notify({ text: `${all} events are in order: none is missing, added or altered.` });
      } else {
        notify({ text: `${broken(result.number)}: ${result.reason}`, tone: "refusal" });
      }
    } catch (error) {
      notify({ text: refusalOf(error).message, tone: "refusal" });
    }
  };
  const words = isFetching
    ? "checking the log"
    : isError || data === undefined
      ? "log not checked"
      : data.ok
        ? verifiedTo(data.events, lastEvent)
        : broken(data.number);
  return (
    <Tooltip text="Check every event of this case against its hash">
      <button
        type="button"
        className={data?.ok === false ? "shell-log shell-log-broken" : "shell-log"}
        onClick={() => void verify()}
      >
        Event {grouped(lastEvent)} · {words}
      </button>
    </Tooltip>
  );
}

/** What was checked when the page opened says nothing of the events since. */
function verifiedTo(checked: number | null, last: number): string {
  return checked === null || checked >= last ? "log verified" : `log verified to ${grouped(checked)}`;
}

function broken(number: number | null): string {
  return number === null ? "Log broken" : `Log broken at event ${grouped(number)}`;
}

/** 1284 → "1 284" with a thin space that never breaks. */
function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, "\u202f");
}
