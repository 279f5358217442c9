-- The desk's report of a case as a document, and the workspace's own templates for such documents.

-- Every state that was stored; the newest is the one shown. A case without a row shows the default document.
CREATE TABLE "report_documents" (
  "case_id" UUID NOT NULL,
  "version" INTEGER NOT NULL,
  "workspace_id" UUID NOT NULL,
  "title" TEXT NOT NULL,
  "blocks" JSONB NOT NULL,
  "author_id" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "report_documents_pkey" PRIMARY KEY ("case_id", "version")
);

CREATE TABLE "report_templates" (
  "id" UUID NOT NULL,
  "workspace_id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "blocks" JSONB NOT NULL,
  "created_by" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "removed_at" TIMESTAMPTZ(3),
  CONSTRAINT "report_templates_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "report_documents_workspace_id_idx" ON "report_documents" ("workspace_id");
CREATE INDEX "report_templates_workspace_id_idx" ON "report_templates" ("workspace_id");

ALTER TABLE "report_documents" ADD CONSTRAINT "report_documents_case_id_fkey"
  FOREIGN KEY ("case_id") REFERENCES "cases" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "report_templates" ADD CONSTRAINT "report_templates_workspace_id_fkey"
  FOREIGN KEY ("workspace_id") REFERENCES "workspaces" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "report_documents" ADD CONSTRAINT "report_documents_version" CHECK ("version" >= 1);

-- A stored document is never changed: the next one follows it (E5).
GRANT SELECT, INSERT ON "report_documents" TO assay_app;
GRANT SELECT, INSERT, UPDATE ON "report_templates" TO assay_app;

ALTER TABLE "report_documents" ENABLE ROW LEVEL SECURITY;
CREATE POLICY same_workspace ON "report_documents" TO assay_app
  USING (workspace_id = (SELECT assay_workspace())) WITH CHECK (workspace_id = (SELECT assay_workspace()));
ALTER TABLE "report_templates" ENABLE ROW LEVEL SECURITY;
CREATE POLICY same_workspace ON "report_templates" TO assay_app
  USING (workspace_id = (SELECT assay_workspace())) WITH CHECK (workspace_id = (SELECT assay_workspace()));
