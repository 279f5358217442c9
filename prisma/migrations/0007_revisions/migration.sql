-- A source gets newer revisions. What a TagVersion said is never changed (T1): where its passages are in a later
-- revision is kept apart from it, so that a review of the version stays a review of it (T5, T6).

ALTER TABLE "tags" ADD COLUMN "carried_to" UUID;
ALTER TABLE "evidence" ADD COLUMN "stood_in" UUID;

CREATE TABLE "carried_evidence" (
  "tag_id" UUID NOT NULL,
  "tag_version" INTEGER NOT NULL,
  "revision_id" UUID NOT NULL,
  "id" UUID NOT NULL,
  "workspace_id" UUID NOT NULL,
  "position" INTEGER NOT NULL,
  "role" "evidence_role" NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  "exact" TEXT NOT NULL,
  "prefix" TEXT NOT NULL,
  "suffix" TEXT NOT NULL,
  "state" "anchor_state" NOT NULL,
  "stood_in" UUID,
  CONSTRAINT "carried_evidence_pkey" PRIMARY KEY ("tag_id", "tag_version", "revision_id", "id")
);

CREATE INDEX "carried_evidence_revision_id_idx" ON "carried_evidence" ("revision_id");
CREATE INDEX "carried_evidence_workspace_id_idx" ON "carried_evidence" ("workspace_id");

ALTER TABLE "tags" ADD CONSTRAINT "tags_carried_to_fkey"
  FOREIGN KEY ("carried_to") REFERENCES "source_revisions" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "carried_evidence" ADD CONSTRAINT "carried_evidence_tag_id_tag_version_fkey"
  FOREIGN KEY ("tag_id", "tag_version") REFERENCES "tag_versions" ("tag_id", "version")
  ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "carried_evidence" ADD CONSTRAINT "carried_evidence_revision_id_fkey"
  FOREIGN KEY ("revision_id") REFERENCES "source_revisions" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "carried_evidence" ADD CONSTRAINT "carried_evidence_range" CHECK ("start" >= 0 AND "end" > "start");

-- Written once, like the versions they belong to.
GRANT SELECT, INSERT ON "carried_evidence" TO assay_app;

ALTER TABLE "carried_evidence" ENABLE ROW LEVEL SECURITY;
CREATE POLICY same_workspace ON "carried_evidence" TO assay_app
  USING (workspace_id = (SELECT assay_workspace())) WITH CHECK (workspace_id = (SELECT assay_workspace()));
