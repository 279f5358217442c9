/** What an OpenAI-compatible service answers to one POST, before anybody has looked into it. */
export interface ChatResponse {
  status: number;
  /** Without parameters, in lower case. */
  mediaType: string;
  chunks: AsyncIterable<string>;
}

/** How requests get to the model. Who makes one knows address and key, and where it may not go. */
export interface ChatTransport {
  /** Rejects with a ChatError, or with the signal's reason. */
  post(body: string, signal: AbortSignal): Promise<ChatResponse>;
}

export const CHAT_FAILURES = {
  unreachable: "could not be reached",
  forbidden: "is at an address that this server may not reach",
  key: "did not accept the key",
  unknown: "is not known under this name there",
  busy: "was too busy to answer",
  late: "took too long to answer",
  large: "answered more than anybody asked for",
  malformed: "answered something that is no answer",
} as const;
export type ChatFailure = keyof typeof CHAT_FAILURES;

export class ChatError extends Error {
  override name = "ChatError";
  readonly failure: ChatFailure;

  constructor(failure: ChatFailure) {
    super(`The model ${CHAT_FAILURES[failure]}`);
    this.failure = failure;
  }
}
