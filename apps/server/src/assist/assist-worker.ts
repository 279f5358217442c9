import { parentPort } from "node:worker_threads";
import { builtInProvider, chatProvider, localProvider } from "@assay/assist";
import type { AssistProvider } from "@assay/assist";
import { assembleReading, claimName, sourceName } from "./assemble-reading.ts";
import { httpTransport } from "./http-transport.ts";
import { writeReading } from "./reading-task.ts";
import type { FromReader, ModelTask, ReadingTask, ToReader, WrittenReading } from "./reading-task.ts";

/** The thread in which cases are read, one after the other. It lives on between them: what it has loaded is dear. */
parentPort?.on("message", ({ id, task }: ToReader) => {
  let told = 0;
  const onProgress = (progress: number): void => {
    // A hundredth at a time: whoever waits for it does no more with it.
    if (progress - told < 0.01) return;
    told = progress;
    say({ id, progress });
  };
  readCase(task, onProgress).then(
    (written) => say({ id, written }),
    (error: unknown) => say({ id, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});

function say(message: FromReader): void {
  parentPort?.postMessage(message);
}

async function readCase(task: ReadingTask, onProgress: (done: number) => void): Promise<WrittenReading> {
  const request = {
    sources: task.sources.map(({ text, published, language }, index) => {
      return { id: sourceName(index), text, ...(published && { published }), ...(language && { language }) };
    }),
    claims: task.claims.map(({ text, type }, index) => ({ id: claimName(index), text, type })),
  };
  const read = await providerOf(task.model).read(request, { onProgress });
  const { reading, cells } = assembleReading(task, { ...read, notices: [...task.notices, ...read.notices] });
  return writeReading(reading, cells);
}

function providerOf(model: ModelTask | null): AssistProvider {
  if (model === null) return builtInProvider;
  if (model.kind === "local") return localProvider(model);
  return chatProvider({ transport: httpTransport(model), host: new URL(model.baseUrl).host, model: model.model });
}
