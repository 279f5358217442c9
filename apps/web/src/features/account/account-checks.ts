export interface AccountErrors {
  name?: string;
  email?: string;
  password?: string;
}

/** What can be said before asking. Whether an address exists only its mail server knows. */
export function checkSignIn(email: string, password: string): AccountErrors {
  return {
    ...(looksLikeAddress(email) ? {} : { email: "Write your e-mail address, such as name@desk.example." }),
    ...(password === "" ? { password: "Write your password." } : {}),
  };
}

export function checkSignUp(name: string, email: string, password: string, passwordMin: number): AccountErrors {
  const errors = checkSignIn(email, password);
  if (name.trim() === "") errors.name = "Write the name your colleagues know you by.";
  const length = Array.from(password).length;
  if (length > 0 && length < passwordMin) {
    const characters = length === 1 ? "1 character" : `${length} characters`;
    errors.password = `This has ${characters}. It needs at least ${passwordMin}.`;
  }
  return errors;
}

function looksLikeAddress(email: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(email.trim());
}
