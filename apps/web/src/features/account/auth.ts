/** The accounts' own endpoints. The browser keeps the session in a cookie that no script can read. */
export type AuthOutcome = { ok: true } | { ok: false; code: string; message: string };

/** Sentences for what the accounts' library answers in its own words. */
const SENTENCES: Record<string, string> = {
  INVALID_EMAIL_OR_PASSWORD: "This e-mail address and password do not belong together.",
  INVALID_EMAIL: "This is not an e-mail address.",
  USER_ALREADY_EXISTS: "There is an account with this e-mail address already. Sign in instead.",
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: "There is an account with this e-mail address already. Sign in instead.",
  PASSWORD_TOO_SHORT: "The password is too short: it needs at least 10 characters.",
  PASSWORD_TOO_LONG: "The password is too long: at most 128 characters.",
  INVALID_PASSWORD: "This is not the password you have now.",
  UNAUTHORIZED: "Your session has ended. Sign in in a new tab, then press the button again.",
  UNAUTHENTICATED: "Your session has ended. Sign in in a new tab, then press the button again.",
  RATE_LIMITED: "Too many attempts. Wait a minute and try again.",
  REGISTRATION_CLOSED: "This desk takes no new accounts without an invitation. Ask a colleague for a link.",
};

export function signIn(email: string, password: string): Promise<AuthOutcome> {
  return post("sign-in/email", { email, password });
}

/** `invitation`: the token of a link, which opens registration where it is closed. */
export function signUp(
  input: { name: string; email: string; password: string },
  invitation: string | null,
): Promise<AuthOutcome> {
  return post("sign-up/email", input, invitation === null ? {} : { "x-assay-invitation": invitation });
}

export function signOut(): Promise<AuthOutcome> {
  return post("sign-out", {});
}

/** By the token of a link. Ends every sign-in of the person, wherever it is. */
export function setPassword(token: string, newPassword: string): Promise<AuthOutcome> {
  return post("reset-password", { token, newPassword });
}

/** Signs out everywhere else, and this browser anew. */
export function changePassword(personId: string, currentPassword: string, newPassword: string): Promise<AuthOutcome> {
  return postAs(personId, "change-password", { currentPassword, newPassword, revokeOtherSessions: true });
}

export function changeName(personId: string, name: string): Promise<AuthOutcome> {
  return postAs(personId, "update-user", { name });
}

export function signOutElsewhere(personId: string): Promise<AuthOutcome> {
  return postAs(personId, "revoke-other-sessions", {});
}

/** For nobody else, whoever is signed in by now. */
async function postAs(personId: string, path: string, body: object): Promise<AuthOutcome> {
  const outcome = await post(path, body, { "x-assay-person": personId });
  if (!outcome.ok && outcome.code.startsWith("UNAUTH")) window.dispatchEvent(new Event("assay:signed-out"));
  return outcome;
}

async function post(path: string, body: object, headers: Record<string, string> = {}): Promise<AuthOutcome> {
  let response: Response;
  try {
    response = await fetch(`/api/auth/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
  } catch {
    return { ok: false, code: "NETWORK", message: "The desk does not answer. Check the connection and try again." };
  }
  if (response.ok) return { ok: true };
  const answer: unknown = await response.json().catch(() => null);
  const code = response.status === 429 ? "RATE_LIMITED" : (read(answer, "code") ?? `HTTP_${response.status}`);
  const message = SENTENCES[code] ?? read(answer, "message") ?? "The desk could not do that. Try again.";
  return { ok: false, code, message };
}

function read(answer: unknown, key: "code" | "message"): string | null {
  if (typeof answer !== "object" || answer === null || !(key in answer)) return null;
  const value: unknown = (answer as Record<string, unknown>)[key];
  return typeof value === "string" && value !== "" ? value : null;
}
