import { ChatError } from "./chat-transport.ts";
import type { ChatResponse } from "./chat-transport.ts";

export interface ChatAnswer {
  /** What the model wrote. */
  text: string;
  /** The model that wrote it, as its service names it. */
  model: string | null;
}

/** Far more than any answer that is asked for. */
const MOST_CHARACTERS = 400_000;

/** What a service answered, whether it streamed it or not. `heard` is called with each sign of life. */
export async function readChatAnswer({ mediaType, chunks }: ChatResponse, heard: () => void): Promise<ChatAnswer> {
  const answer: ChatAnswer = { text: "", model: null };
  const isStream = mediaType === "text/event-stream";
  let rest = "";
  let read = 0;
  for await (const chunk of chunks) {
    heard();
    read += chunk.length;
    // A stream wraps each word in some two hundred characters of its own.
    if (read > MOST_CHARACTERS * (isStream ? 50 : 2)) throw new ChatError("large");
    rest += chunk;
    if (!isStream) continue;
    const lines = rest.split(/\r?\n/);
    rest = lines.pop() ?? "";
    if (rest.length > MOST_CHARACTERS) throw new ChatError("large");
    for (const line of lines) if (takeLine(answer, line)) return answer;
    if (answer.text.length > MOST_CHARACTERS) throw new ChatError("large");
  }
  if (isStream) takeLine(answer, rest);
  else take(answer, parse(rest), "message");
  return answer;
}

/** True at the end of the stream. */
function takeLine(answer: ChatAnswer, line: string): boolean {
  if (!line.startsWith("data:")) return false;
  const data = line.slice("data:".length).trim();
  if (data === "[DONE]") return true;
  if (data !== "") take(answer, parse(data), "delta");
  return false;
}

function take(answer: ChatAnswer, part: unknown, name: "delta" | "message"): void {
  const { model, choices, error } = fields(part);
  if (error !== undefined && error !== null) throw new ChatError("malformed");
  if (typeof model === "string" && model !== "") answer.model = model.slice(0, 200);
  const [choice] = Array.isArray(choices) ? (choices as unknown[]) : [];
  const { content } = fields(fields(choice)[name]);
  if (typeof content === "string") answer.text += content;
}

/** The JSON that a model wrote, also where it put it between words or into a block of code. */
export function jsonWithin(text: string): unknown {
  const [start, end] = [text.indexOf("{"), text.lastIndexOf("}")];
  if (start === -1 || end < start) throw new ChatError("malformed");
  return parse(text.slice(start, end + 1));
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new ChatError("malformed");
  }
}

export function fields(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
