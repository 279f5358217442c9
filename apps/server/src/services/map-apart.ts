import type { CaseContext } from "../context.ts";
import { refusalError } from "../policies/refuse.ts";
import { mapPassages } from "../reading/map-passages.ts";
import type { MapTask, Mapping } from "../reading/map-passages.ts";
import { runJob } from "../reading/run-job.ts";

/** Characters, and passages, that are mapped in a few milliseconds, which a thread of its own would take to begin. */
const FEW_UNITS = 60_000;
const FEW_PASSAGES = 100;

/** Maps passages without holding up anybody else. */
export async function mapApart({ app }: CaseContext, task: MapTask): Promise<Mapping> {
  const { oldText, newText, anchors } = task;
  if (oldText.length + newText.length < FEW_UNITS && anchors.length < FEW_PASSAGES) return mapPassages(task);
  const onFault = (err: Error) => app.log.error({ err }, "mapping passages failed");
  const result = await runJob({ do: "map", task }, { onFault });
  if ("ok" in result) throw refusalError(result, { field: "content" });
  if (result.done !== "map") throw new Error("The mapper did another job than it was given");
  return result.mapping;
}
