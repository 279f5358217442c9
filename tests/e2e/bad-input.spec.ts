/**
 * What is wrong with a file or a pasted text: bad-files.spec.ts. Here:
 * - selections: over two blocks, over nothing, splitting a grapheme
 * - tags: what a tag lacks (S1 to S3) is said where it cannot be submitted, in the dialog and in the inspector
 */
export {};
