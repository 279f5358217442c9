import { logWords } from "@assay/domain";
import { useMutation } from "@tanstack/react-query";
import { ShieldAlert, ShieldCheck } from "lucide-react";
import { Button } from "../../components/button.tsx";
import { api, queryClient, trpc } from "../../trpc.ts";
import { refusalOf } from "../../refusal.ts";

/** E2: every entry against its hash, on demand, and what the result means. */
export function LogCheck({ caseId }: { caseId: string }) {
  const check = useMutation({
    mutationFn: () => api.case.verifyLog.query({ caseId }),
    onSuccess: (result) => queryClient.setQueryData(trpc.case.verifyLog.queryKey({ caseId }), result),
  });
  const words = check.data === undefined ? null : logWords(check.data);
  return (
    <div className="log-check">
      <Button
        icon={<ShieldCheck className="icon" aria-hidden />}
        disabledReason={check.isPending ? "The log is being checked." : null}
        onClick={() => check.mutate()}
      >
        Verify the log
      </Button>
      <div role="status">
        {check.isPending ? <p className="meta">Checking every entry against its hash</p> : null}
        {check.isError ? <p className="log-check-bad">{refusalOf(check.error).message}</p> : null}
        {words === null || check.isPending ? null : (
          <div className={check.data?.ok === true ? "log-check-result" : "log-check-result log-check-broken"}>
            {check.data?.ok === true ? (
              <ShieldCheck className="icon" aria-hidden />
            ) : (
              <ShieldAlert className="icon" aria-hidden />
            )}
            <div>
              <b>{words.title}.</b>
              {words.sentences.map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </div>
          </div>
        )}
      </div>
    </div>
  );
}
