export const ROLES = ["owner", "lead", "reviewer", "annotator", "viewer"] as const;
export type Role = (typeof ROLES)[number];
