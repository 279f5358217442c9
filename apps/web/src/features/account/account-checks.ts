export interface AccountErrors {
  name?: string;
  email?: string;
  password?: string;
}

export interface PasswordErrors {
  current?: string;
  fresh?: string;
}

export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 128;

/** What can be said before asking. Whether an address exists only its mail server knows. */
export function checkSignIn(email: string, password: string): AccountErrors {
  return {
    ...(looksLikeAddress(email) ? {} : { email: "Write your e-mail address, such as name@desk.example." }),
    ...(password === "" ? { password: "Write your password." } : {}),
  };
}

export function checkSignUp(name: string, email: string, password: string): AccountErrors {
  const errors = checkSignIn(email, password);
  const nameError = checkName(name);
  if (nameError !== null) errors.name = nameError;
  const length = password === "" ? null : checkLength(password);
  if (length !== null) errors.password = length;
  return errors;
}

export function checkName(name: string): string | null {
  return name.trim() === "" ? "Write the name your colleagues know you by." : null;
}

export function checkNewPassword(fresh: string): string | null {
  return fresh === "" ? "Write a new password." : checkLength(fresh);
}

export function checkPasswordChange(current: string, fresh: string): PasswordErrors {
  const errors: PasswordErrors = {};
  if (current === "") errors.current = "Write the password you have now.";
  const wrong = checkNewPassword(fresh);
  if (wrong !== null) errors.fresh = wrong;
  else if (fresh === current) errors.fresh = "This is the password you have. Choose another.";
  return errors;
}

/** By characters, as its owner counts. */
function checkLength(password: string): string | null {
  const length = Array.from(password).length;
  if (length >= PASSWORD_MIN && length <= PASSWORD_MAX) return null;
  const characters = length === 1 ? "1 character" : `${length} characters`;
  const bound = length < PASSWORD_MIN ? `It needs at least ${PASSWORD_MIN}` : `It may have at most ${PASSWORD_MAX}`;
  return `This has ${characters}. ${bound}.`;
}

function looksLikeAddress(email: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(email.trim());
}
