/** Writes a whole answer. A reader that has had enough (`… | head -1`) is no failure. */
export function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = (error?: Error | null): void => {
      if (error && (error as NodeJS.ErrnoException).code !== "EPIPE") reject(error);
      else resolve();
    };
    process.stdout.on("error", done);
    process.stdout.write(text, done);
  });
}
