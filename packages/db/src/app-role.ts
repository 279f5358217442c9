/** The role every session of the server runs as; the first migration makes it, and row-level security binds it. */
export const APP_ROLE = "assay_app";
