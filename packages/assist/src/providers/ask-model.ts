import { jsonWithin, readChatAnswer } from "./chat-answer.ts";
import { ChatError } from "./chat-transport.ts";
import type { ChatFailure, ChatTransport } from "./chat-transport.ts";

export interface ChatLimits {
  /** The longest one answer may take, and the longest silence within it. */
  milliseconds: number;
  stallMilliseconds: number;
  /** How often a question is asked again that was not answered for a passing reason. */
  retries: number;
  /** Before it is asked again; twice as long each time. */
  pauseMilliseconds: number;
}

export const CHAT_LIMITS: ChatLimits = {
  milliseconds: 90_000,
  stallMilliseconds: 30_000,
  retries: 2,
  pauseMilliseconds: 500,
};

export interface Question {
  model: string;
  system: string;
  user: string;
}

const PASSING: readonly ChatFailure[] = ["unreachable", "busy", "malformed"];

/** Asks one question and reads the JSON that comes back. Rejects with a ChatError, or with the signal's reason. */
export async function askModel(
  transport: ChatTransport,
  question: Question,
  limits: ChatLimits,
  signal: AbortSignal,
): Promise<{ json: unknown; model: string | null }> {
  let asksForJson = true;
  for (let tries = 0; ; tries++) {
    signal.throwIfAborted();
    try {
      return await askOnce(transport, bodyOf(question, asksForJson), limits, signal);
    } catch (error) {
      if (error instanceof Unwanted && asksForJson) {
        // Not every service knows how to be asked for JSON; the words of the question ask for it too.
        asksForJson = false;
        tries -= 1;
        continue;
      }
      const failure = error instanceof Unwanted ? new ChatError("malformed") : error;
      if (!(failure instanceof ChatError) || !PASSING.includes(failure.failure) || tries >= limits.retries) throw failure;
      await pause(limits.pauseMilliseconds * 2 ** tries, signal);
    }
  }
}

/** The service does not take the request as it was written. */
class Unwanted extends Error {}

async function askOnce(transport: ChatTransport, body: string, limits: ChatLimits, signal: AbortSignal) {
  const late = new AbortController();
  const end = () => late.abort(new ChatError("late"));
  const whole = setTimeout(end, limits.milliseconds);
  let stall = setTimeout(end, limits.stallMilliseconds);
  const heard = () => {
    clearTimeout(stall);
    stall = setTimeout(end, limits.stallMilliseconds);
  };
  try {
    const response = await transport.post(body, AbortSignal.any([signal, late.signal]));
    const failure = failureOf(response.status);
    if (failure !== null) throw failure;
    const { text, model } = await readChatAnswer(response, heard);
    return { json: jsonWithin(text), model };
  } catch (error) {
    signal.throwIfAborted();
    if (late.signal.aborted) throw late.signal.reason;
    throw error instanceof ChatError || error instanceof Unwanted ? error : new ChatError("unreachable");
  } finally {
    clearTimeout(whole);
    clearTimeout(stall);
  }
}

function failureOf(status: number): Error | null {
  if (status >= 200 && status < 300) return null;
  if (status === 400 || status === 415 || status === 422) return new Unwanted();
  if (status === 401 || status === 403) return new ChatError("key");
  if (status === 404) return new ChatError("unknown");
  if (status === 429 || status >= 500) return new ChatError("busy");
  // A redirection among them: where it leads nobody has checked.
  return new ChatError("malformed");
}

function bodyOf({ model, system, user }: Question, asksForJson: boolean): string {
  const messages = [
    { role: "system", content: system },
    { role: "user", content: user },
  ];
  const format = asksForJson ? { response_format: { type: "json_object" } } : {};
  return JSON.stringify({ model, messages, temperature: 0, stream: true, ...format });
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    signal.addEventListener("abort", stop, { once: true });
  });
}
