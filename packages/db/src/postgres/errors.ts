/** The embedded database cannot start. The message is for the person at the terminal and says what to do. */
export class PostgresLaunchError extends Error {
  override name = "PostgresLaunchError";
}
