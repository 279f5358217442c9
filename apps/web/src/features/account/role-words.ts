import type { Role } from "@assay/domain";

/** What a role may do, in one sentence. */
export const ROLE_SENTENCES: Record<Role, string> = {
  owner: "Owners do everything, including who belongs to the desk.",
  lead: "Leads manage cases, invite, review, adjudicate and override verdicts.",
  reviewer: "Reviewers review other people’s tags, and tag themselves.",
  annotator: "Annotators add sources, write claims and tag them.",
  viewer: "Viewers read everything and export reports.",
};
