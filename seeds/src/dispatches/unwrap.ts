/** One line per paragraph: joins the lines of a wrapped literal, keeps its blank lines, ends with one newline. */
export function unwrap(literal: string): string {
  return `${literal.trim().split(/\n{2,}/).map((block) => block.split("\n").join(" ")).join("\n\n")}\n`;
}
