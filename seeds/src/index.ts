export type * from "./demo-case-types.ts";
