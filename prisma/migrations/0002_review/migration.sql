-- Review work: policy per case, blind cells and their opening, readings, assignments, threads, notifications.

CREATE TYPE "assignment_kind" AS ENUM ('tag', 'review', 'adjudicate');
CREATE TYPE "thread_subject" AS ENUM ('case', 'claim', 'tag', 'passage');
CREATE TYPE "notification_kind" AS ENUM ('mentioned', 'assigned', 'changes_requested', 'challenged', 'overruled', 'stale', 'released');

ALTER TABLE "cases" ADD COLUMN "policy" JSONB NOT NULL DEFAULT '{}';
ALTER TABLE "tag_versions" ADD COLUMN "post_reveal" BOOLEAN NOT NULL DEFAULT false;

CREATE TABLE "cell_openings" (
  "claim_id" UUID NOT NULL,
  "source_id" UUID NOT NULL,
  "workspace_id" UUID NOT NULL,
  "case_id" UUID NOT NULL,
  "opened_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "cell_openings_pkey" PRIMARY KEY ("claim_id", "source_id")
);

CREATE TABLE "tag_readings" (
  "tag_id" UUID NOT NULL,
  "tag_version" INTEGER NOT NULL,
  "reader_id" TEXT NOT NULL,
  "workspace_id" UUID NOT NULL,
  "read_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "tag_readings_pkey" PRIMARY KEY ("tag_id", "tag_version", "reader_id")
);

CREATE TABLE "assignments" (
  "id" UUID NOT NULL,
  "workspace_id" UUID NOT NULL,
  "case_id" UUID NOT NULL,
  "kind" "assignment_kind" NOT NULL,
  "assignee_id" TEXT NOT NULL,
  "claim_id" UUID,
  "source_id" UUID,
  "due_on" TEXT,
  "note" TEXT NOT NULL DEFAULT '',
  "version" INTEGER NOT NULL DEFAULT 1,
  "created_by" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "ended_at" TIMESTAMPTZ(3),
  "ended_by" TEXT,
  CONSTRAINT "assignments_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "threads" (
  "id" UUID NOT NULL,
  "workspace_id" UUID NOT NULL,
  "case_id" UUID NOT NULL,
  "subject" "thread_subject" NOT NULL,
  "claim_id" UUID,
  "tag_id" UUID,
  "source_id" UUID,
  "revision_id" UUID,
  "start" INTEGER,
  "end" INTEGER,
  "exact" TEXT,
  "version" INTEGER NOT NULL DEFAULT 1,
  "created_by" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "resolved_at" TIMESTAMPTZ(3),
  "resolved_by" TEXT,
  "resolve_reason" TEXT NOT NULL DEFAULT '',
  CONSTRAINT "threads_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "comments" (
  "id" UUID NOT NULL,
  "workspace_id" UUID NOT NULL,
  "thread_id" UUID NOT NULL,
  "author_id" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "mentions" TEXT[],
  "version" INTEGER NOT NULL DEFAULT 1,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "withdrawn_at" TIMESTAMPTZ(3),
  CONSTRAINT "comments_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "comment_versions" (
  "comment_id" UUID NOT NULL,
  "version" INTEGER NOT NULL,
  "workspace_id" UUID NOT NULL,
  "text" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "comment_versions_pkey" PRIMARY KEY ("comment_id", "version")
);

CREATE TABLE "notifications" (
  "id" UUID NOT NULL,
  "workspace_id" UUID NOT NULL,
  "user_id" TEXT NOT NULL,
  "case_id" UUID NOT NULL,
  "kind" "notification_kind" NOT NULL,
  "actor_id" TEXT NOT NULL,
  "event_number" INTEGER NOT NULL,
  "text" TEXT NOT NULL,
  "href" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "read_at" TIMESTAMPTZ(3),
  "mailed_at" TIMESTAMPTZ(3),
  CONSTRAINT "notifications_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "notification_settings" (
  "workspace_id" UUID NOT NULL,
  "user_id" TEXT NOT NULL,
  "settings" JSONB NOT NULL DEFAULT '{}',
  "digest_at" TIMESTAMPTZ(3),
  CONSTRAINT "notification_settings_pkey" PRIMARY KEY ("workspace_id", "user_id")
);

CREATE INDEX "cell_openings_case_id_idx" ON "cell_openings" ("case_id");
CREATE INDEX "cell_openings_workspace_id_idx" ON "cell_openings" ("workspace_id");
CREATE INDEX "tag_readings_workspace_id_idx" ON "tag_readings" ("workspace_id");
CREATE INDEX "assignments_case_id_idx" ON "assignments" ("case_id");
CREATE INDEX "assignments_workspace_id_assignee_id_idx" ON "assignments" ("workspace_id", "assignee_id");
CREATE INDEX "threads_case_id_idx" ON "threads" ("case_id");
CREATE INDEX "threads_workspace_id_idx" ON "threads" ("workspace_id");
CREATE INDEX "comments_thread_id_idx" ON "comments" ("thread_id");
CREATE INDEX "comments_workspace_id_idx" ON "comments" ("workspace_id");
CREATE INDEX "comment_versions_workspace_id_idx" ON "comment_versions" ("workspace_id");
CREATE INDEX "notifications_user_id_created_at_idx" ON "notifications" ("user_id", "created_at");
CREATE INDEX "notifications_workspace_id_idx" ON "notifications" ("workspace_id");
CREATE INDEX "notification_settings_user_id_idx" ON "notification_settings" ("user_id");

ALTER TABLE "comments" ADD CONSTRAINT "comments_thread_id_fkey"
  FOREIGN KEY ("thread_id") REFERENCES "threads" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "comment_versions" ADD CONSTRAINT "comment_versions_comment_id_fkey"
  FOREIGN KEY ("comment_id") REFERENCES "comments" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── privileges and row-level security (P1) ──────────────────────────────────────────────────────────────────────────

GRANT SELECT, INSERT ON "cell_openings", "tag_readings", "comment_versions" TO assay_app;
GRANT SELECT, INSERT, UPDATE ON "assignments", "threads", "comments", "notifications", "notification_settings"
  TO assay_app;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['cell_openings', 'tag_readings', 'assignments', 'threads', 'comments', 'comment_versions']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY same_workspace ON %I TO assay_app
         USING (workspace_id = (SELECT assay_workspace())) WITH CHECK (workspace_id = (SELECT assay_workspace()))', t);
  END LOOP;
END
$$;

-- Anybody's change may tell a teammate something; only that teammate reads it.
ALTER TABLE "notifications" ENABLE ROW LEVEL SECURITY;
CREATE POLICY told_in_workspace ON "notifications" FOR INSERT TO assay_app
  WITH CHECK (workspace_id = (SELECT assay_workspace()));
CREATE POLICY own_notifications ON "notifications" TO assay_app
  USING (user_id = (SELECT assay_user())) WITH CHECK (user_id = (SELECT assay_user()));

ALTER TABLE "notification_settings" ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_settings ON "notification_settings" TO assay_app
  USING (user_id = (SELECT assay_user())) WITH CHECK (user_id = (SELECT assay_user()));

-- ── what holds in a case: the workspace's policy with the case's own laid over it ───────────────────────────────────

CREATE OR REPLACE FUNCTION assay_case_access(person text, wanted_case uuid)
  RETURNS TABLE (workspace_id uuid, role "role", policy jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT w.id, m.role, w.policy || c.policy
    FROM cases c
    JOIN members m ON m.workspace_id = c.workspace_id
    JOIN workspaces w ON w.id = c.workspace_id
    WHERE c.id = wanted_case AND m.user_id = person AND m.left_at IS NULL
  $$;
