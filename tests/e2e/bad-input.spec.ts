/**
 * - "texts": empty, whitespace only, too large, binary, broken encodings, odd characters, the same file twice
 * - "selections": over two blocks, over nothing, splitting a grapheme
 * - "tags": what a tag lacks says so where it cannot be submitted
 */
export {};
