import { TRPCClientError } from "@trpc/client";
import type { TRPCLink } from "@trpc/client";
import type { AnyRouter } from "@trpc/server";
import { observable } from "@trpc/server/observable";
import type { RefusalInfo } from "../../refusal.ts";

type Take = (procedure: string, input: unknown) => Promise<unknown>;

const expected = new Map<string, Take>();

/** The next call that carries this mutation id is not sent but handed over. Returns how to call that off. */
export function captureMutation(mutationId: string, take: Take): () => void {
  expected.set(mutationId, take);
  return () => expected.delete(mutationId);
}

/**
 * The first link of the client. Whoever changes a case writes `api.tag.save.mutate(…)`, typed and checked; here the
 * call becomes a path and an input, which can be kept on the device, shown at once, and sent later.
 */
export function capturedMutations<Router extends AnyRouter>(): TRPCLink<Router> {
  return () =>
    ({ op, next }) => {
      const mutationId = op.type === "mutation" ? mutationIdOf(op.input) : null;
      const take = mutationId === null ? undefined : expected.get(mutationId);
      if (take === undefined || mutationId === null) return next(op);
      expected.delete(mutationId);
      return observable((observer) => {
        take(op.path, op.input).then(
          (data) => {
            observer.next({ result: { type: "data", data } });
            observer.complete();
          },
          (error: unknown) => observer.error(TRPCClientError.from(error instanceof Error ? error : new Error("No answer"))),
        );
      });
    };
}

/** A refusal of the desk, as the caller of a captured mutation meets it. */
export function refusedCall({ code, message, details }: RefusalInfo): Error {
  const shape = { message, code: -32_000, data: { assay: { code, message, details } } };
  return TRPCClientError.from({ error: shape });
}

function mutationIdOf(input: unknown): string | null {
  if (typeof input !== "object" || input === null || !("mutationId" in input)) return null;
  return typeof input.mutationId === "string" ? input.mutationId : null;
}
