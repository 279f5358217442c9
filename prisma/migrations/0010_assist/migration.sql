-- Suggestions: where claims and tags came from, which suggestions a desk does not want to see again, and a model of its own.

-- domain's SuggestionOrigin; null for what a person wrote by themselves. Later versions keep it.
ALTER TABLE "claims" ADD COLUMN "suggestion" JSONB;
ALTER TABLE "claim_versions" ADD COLUMN "suggestion" JSONB;
ALTER TABLE "tag_versions" ADD COLUMN "suggestion" JSONB;

-- One row for each suggestion that was ever dismissed; brought back, it keeps its row (T7).
CREATE TABLE "suggestion_dismissals" (
  "case_id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "key" TEXT NOT NULL,
  "workspace_id" UUID NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "dismissed_by" TEXT NOT NULL,
  "dismissed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "restored_at" TIMESTAMPTZ(3),
  CONSTRAINT "suggestion_dismissals_pkey" PRIMARY KEY ("case_id", "kind", "key")
);

-- A model of the desk's own. The key of its service is sealed by the server's secret, and is of no use without it.
CREATE TABLE "assist_settings" (
  "workspace_id" UUID NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "reader" TEXT NOT NULL,
  "base_url" TEXT NOT NULL DEFAULT '',
  "model" TEXT NOT NULL DEFAULT '',
  "folder" TEXT NOT NULL DEFAULT '',
  "sealed_key" TEXT,
  "updated_by" TEXT NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "assist_settings_pkey" PRIMARY KEY ("workspace_id")
);

CREATE INDEX "suggestion_dismissals_workspace_id_idx" ON "suggestion_dismissals" ("workspace_id");

ALTER TABLE "suggestion_dismissals" ADD CONSTRAINT "suggestion_dismissals_case_id_fkey"
  FOREIGN KEY ("case_id") REFERENCES "cases" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "assist_settings" ADD CONSTRAINT "assist_settings_workspace_id_fkey"
  FOREIGN KEY ("workspace_id") REFERENCES "workspaces" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "assist_settings" ADD CONSTRAINT "assist_settings_reader"
  CHECK ("reader" IN ('built-in', 'endpoint', 'local'));

GRANT SELECT, INSERT, UPDATE ON "suggestion_dismissals", "assist_settings" TO assay_app;

ALTER TABLE "suggestion_dismissals" ENABLE ROW LEVEL SECURITY;
CREATE POLICY same_workspace ON "suggestion_dismissals" TO assay_app
  USING (workspace_id = (SELECT assay_workspace())) WITH CHECK (workspace_id = (SELECT assay_workspace()));
ALTER TABLE "assist_settings" ENABLE ROW LEVEL SECURITY;
CREATE POLICY same_workspace ON "assist_settings" TO assay_app
  USING (workspace_id = (SELECT assay_workspace())) WITH CHECK (workspace_id = (SELECT assay_workspace()));
