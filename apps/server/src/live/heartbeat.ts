/** A stream on which nothing happens says so as often; a client that hears nothing for longer comes again. */
export const PING_MS = 10_000;
export const SILENCE_MS = 25_000;
