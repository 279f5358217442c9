-- Assay's first schema. Tables follow prisma/schema.prisma line by line (a test keeps the two equal);
-- below them stands what Prisma does not know: the server's role, its privileges, row-level security, access functions.

CREATE TYPE "role" AS ENUM ('owner', 'lead', 'reviewer', 'annotator', 'viewer');
CREATE TYPE "source_kind" AS ENUM ('article', 'transcript', 'statement', 'record', 'draft');
CREATE TYPE "completeness" AS ENUM ('full', 'partial');
CREATE TYPE "claim_type" AS ENUM ('number', 'date', 'event', 'quote', 'attribution', 'role', 'place', 'cause');
CREATE TYPE "stance" AS ENUM ('verified', 'disputed', 'missing');
CREATE TYPE "tag_state" AS ENUM ('draft', 'submitted', 'changes_requested', 'challenged', 'approved', 'overturned', 'stale', 'withdrawn');
CREATE TYPE "confidence" AS ENUM ('low', 'medium', 'high');
CREATE TYPE "evidence_role" AS ENUM ('supports', 'refutes', 'qualifies');
CREATE TYPE "anchor_state" AS ENUM ('exact', 'moved', 'fuzzy', 'ambiguous', 'orphaned');
CREATE TYPE "review_decision" AS ENUM ('approve', 'request_changes', 'challenge', 'comment');
CREATE TYPE "adjudication_outcome" AS ENUM ('uphold', 'overturn', 'split_claim', 'insufficient');
CREATE TYPE "cause_code" AS ENUM ('ambiguous_text', 'guideline_gap', 'annotator_error', 'edge_case', 'subjective');
CREATE TYPE "verdict_kind" AS ENUM ('supported', 'corroborated', 'single_source', 'conflicting', 'refuted', 'not_enough_evidence');

CREATE TABLE "users" (
  "id" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "email" TEXT NOT NULL,
  "email_verified" BOOLEAN NOT NULL DEFAULT false,
  "image" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "sessions" (
  "id" TEXT NOT NULL,
  "user_id" TEXT NOT NULL,
  "token" TEXT NOT NULL,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  "ip_address" TEXT,
  "user_agent" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "accounts" (
  "id" TEXT NOT NULL,
  "user_id" TEXT NOT NULL,
  "account_id" TEXT NOT NULL,
  "provider_id" TEXT NOT NULL,
  "access_token" TEXT,
  "refresh_token" TEXT,
  "id_token" TEXT,
  "access_token_expires_at" TIMESTAMPTZ(3),
  "refresh_token_expires_at" TIMESTAMPTZ(3),
  "scope" TEXT,
  "password" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "verifications" (
  "id" TEXT NOT NULL,
  "identifier" TEXT NOT NULL,
  "value" TEXT NOT NULL,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "verifications_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "workspaces" (
  "id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "policy" JSONB NOT NULL DEFAULT '{}',
  "version" INTEGER NOT NULL DEFAULT 1,
  "created_by" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "workspaces_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "members" (
  "workspace_id" UUID NOT NULL,
  "user_id" TEXT NOT NULL,
  "role" "role" NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "left_at" TIMESTAMPTZ(3),
  CONSTRAINT "members_pkey" PRIMARY KEY ("workspace_id", "user_id")
);

CREATE TABLE "invitations" (
  "id" UUID NOT NULL,
  "workspace_id" UUID NOT NULL,
  "role" "role" NOT NULL,
  "token_hash" TEXT NOT NULL,
  "created_by" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  "accepted_by" TEXT,
  "accepted_at" TIMESTAMPTZ(3),
  "revoked_at" TIMESTAMPTZ(3),
  CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "cases" (
  "id" UUID NOT NULL,
  "workspace_id" UUID NOT NULL,
  "title" TEXT NOT NULL,
  "summary" TEXT NOT NULL DEFAULT '',
  "version" INTEGER NOT NULL DEFAULT 1,
  "last_event" INTEGER NOT NULL DEFAULT 0,
  "last_hash" TEXT NOT NULL DEFAULT '',
  "created_by" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "archived_at" TIMESTAMPTZ(3),
  CONSTRAINT "cases_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "sources" (
  "id" UUID NOT NULL,
  "workspace_id" UUID NOT NULL,
  "case_id" UUID NOT NULL,
  "number" INTEGER NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "title" TEXT NOT NULL DEFAULT '',
  "publisher" TEXT NOT NULL DEFAULT '',
  "author" TEXT NOT NULL DEFAULT '',
  "url" TEXT NOT NULL DEFAULT '',
  "published_at" TEXT,
  "retrieved_at" TEXT,
  "kind" "source_kind" NOT NULL,
  "language" TEXT NOT NULL DEFAULT 'en',
  "independence_group" TEXT NOT NULL DEFAULT '',
  "created_by" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "sources_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "source_revisions" (
  "id" UUID NOT NULL,
  "workspace_id" UUID NOT NULL,
  "case_id" UUID NOT NULL,
  "source_id" UUID NOT NULL,
  "number" INTEGER NOT NULL,
  "text" TEXT NOT NULL,
  "sha256" TEXT NOT NULL,
  "length" INTEGER NOT NULL,
  "blocks" JSONB NOT NULL,
  "completeness" "completeness" NOT NULL,
  "original" BYTEA NOT NULL,
  "original_name" TEXT,
  "original_media_type" TEXT NOT NULL,
  "original_sha256" TEXT NOT NULL,
  "created_by" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "source_revisions_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "claims" (
  "id" UUID NOT NULL,
  "workspace_id" UUID NOT NULL,
  "case_id" UUID NOT NULL,
  "number" INTEGER NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "text" TEXT NOT NULL,
  "type" "claim_type" NOT NULL,
  "claimant" TEXT NOT NULL DEFAULT '',
  "parent_id" UUID,
  "created_by" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "withdrawn_at" TIMESTAMPTZ(3),
  CONSTRAINT "claims_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "claim_versions" (
  "claim_id" UUID NOT NULL,
  "version" INTEGER NOT NULL,
  "workspace_id" UUID NOT NULL,
  "text" TEXT NOT NULL,
  "type" "claim_type" NOT NULL,
  "claimant" TEXT NOT NULL,
  "edited_by" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "claim_versions_pkey" PRIMARY KEY ("claim_id", "version")
);

CREATE TABLE "tags" (
  "id" UUID NOT NULL,
  "workspace_id" UUID NOT NULL,
  "case_id" UUID NOT NULL,
  "claim_id" UUID NOT NULL,
  "source_id" UUID NOT NULL,
  "author_id" TEXT NOT NULL,
  "state" "tag_state" NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "state_reason" TEXT NOT NULL DEFAULT '',
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "tags_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "tag_versions" (
  "tag_id" UUID NOT NULL,
  "version" INTEGER NOT NULL,
  "workspace_id" UUID NOT NULL,
  "revision_id" UUID NOT NULL,
  "claim_version" INTEGER NOT NULL,
  "stance" "stance" NOT NULL,
  "attributed" BOOLEAN NOT NULL DEFAULT false,
  "confidence" "confidence",
  "rationale" TEXT NOT NULL DEFAULT '',
  "attestation" JSONB,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "tag_versions_pkey" PRIMARY KEY ("tag_id", "version")
);

CREATE TABLE "evidence" (
  "id" UUID NOT NULL,
  "workspace_id" UUID NOT NULL,
  "tag_id" UUID NOT NULL,
  "tag_version" INTEGER NOT NULL,
  "position" INTEGER NOT NULL,
  "role" "evidence_role" NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  "exact" TEXT NOT NULL,
  "prefix" TEXT NOT NULL,
  "suffix" TEXT NOT NULL,
  "state" "anchor_state" NOT NULL DEFAULT 'exact',
  CONSTRAINT "evidence_pkey" PRIMARY KEY ("tag_id", "tag_version", "id")
);

CREATE TABLE "reviews" (
  "id" UUID NOT NULL,
  "workspace_id" UUID NOT NULL,
  "tag_id" UUID NOT NULL,
  "tag_version" INTEGER NOT NULL,
  "reviewer_id" TEXT NOT NULL,
  "decision" "review_decision" NOT NULL,
  "reason" TEXT NOT NULL DEFAULT '',
  "proposed_stance" "stance",
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "reviews_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "adjudications" (
  "id" UUID NOT NULL,
  "workspace_id" UUID NOT NULL,
  "tag_id" UUID NOT NULL,
  "tag_version" INTEGER NOT NULL,
  "adjudicator_id" TEXT NOT NULL,
  "outcome" "adjudication_outcome" NOT NULL,
  "stance" "stance",
  "cause" "cause_code" NOT NULL,
  "note" TEXT NOT NULL DEFAULT '',
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "adjudications_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "verdict_overrides" (
  "id" UUID NOT NULL,
  "workspace_id" UUID NOT NULL,
  "claim_id" UUID NOT NULL,
  "verdict" "verdict_kind" NOT NULL,
  "reason" TEXT NOT NULL,
  "author_id" TEXT NOT NULL,
  "rule_version" INTEGER NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "lifted_at" TIMESTAMPTZ(3),
  "lifted_by" TEXT,
  CONSTRAINT "verdict_overrides_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "case_events" (
  "case_id" UUID NOT NULL,
  "number" INTEGER NOT NULL,
  "workspace_id" UUID NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL,
  "actor_id" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "reason" TEXT NOT NULL DEFAULT '',
  "payload" JSONB NOT NULL,
  "mutation_id" UUID NOT NULL,
  "prev_hash" TEXT NOT NULL,
  "hash" TEXT NOT NULL,
  CONSTRAINT "case_events_pkey" PRIMARY KEY ("case_id", "number")
);

CREATE TABLE "mutations" (
  "id" UUID NOT NULL,
  "workspace_id" UUID,
  "actor_id" TEXT NOT NULL,
  "procedure" TEXT NOT NULL,
  "result" JSONB NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "mutations_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "users_email_key" ON "users" ("email");
CREATE UNIQUE INDEX "sessions_token_key" ON "sessions" ("token");
CREATE INDEX "sessions_user_id_idx" ON "sessions" ("user_id");
CREATE INDEX "accounts_user_id_idx" ON "accounts" ("user_id");
CREATE INDEX "verifications_identifier_idx" ON "verifications" ("identifier");
CREATE INDEX "members_user_id_idx" ON "members" ("user_id");
CREATE UNIQUE INDEX "invitations_token_hash_key" ON "invitations" ("token_hash");
CREATE INDEX "invitations_workspace_id_idx" ON "invitations" ("workspace_id");
CREATE INDEX "cases_workspace_id_idx" ON "cases" ("workspace_id");
CREATE UNIQUE INDEX "sources_case_id_number_key" ON "sources" ("case_id", "number");
CREATE INDEX "sources_workspace_id_idx" ON "sources" ("workspace_id");
CREATE UNIQUE INDEX "source_revisions_source_id_number_key" ON "source_revisions" ("source_id", "number");
CREATE INDEX "source_revisions_case_id_sha256_idx" ON "source_revisions" ("case_id", "sha256");
CREATE INDEX "source_revisions_workspace_id_idx" ON "source_revisions" ("workspace_id");
CREATE UNIQUE INDEX "claims_case_id_number_key" ON "claims" ("case_id", "number");
CREATE INDEX "claims_workspace_id_idx" ON "claims" ("workspace_id");
CREATE INDEX "claim_versions_workspace_id_idx" ON "claim_versions" ("workspace_id");
CREATE UNIQUE INDEX "tags_claim_id_source_id_author_id_key" ON "tags" ("claim_id", "source_id", "author_id");
CREATE INDEX "tags_case_id_idx" ON "tags" ("case_id");
CREATE INDEX "tags_workspace_id_idx" ON "tags" ("workspace_id");
CREATE INDEX "tag_versions_revision_id_idx" ON "tag_versions" ("revision_id");
CREATE INDEX "tag_versions_workspace_id_idx" ON "tag_versions" ("workspace_id");
CREATE UNIQUE INDEX "evidence_tag_id_tag_version_position_key" ON "evidence" ("tag_id", "tag_version", "position");
CREATE INDEX "evidence_workspace_id_idx" ON "evidence" ("workspace_id");
CREATE INDEX "reviews_tag_id_idx" ON "reviews" ("tag_id");
CREATE INDEX "reviews_workspace_id_idx" ON "reviews" ("workspace_id");
CREATE INDEX "adjudications_tag_id_idx" ON "adjudications" ("tag_id");
CREATE INDEX "adjudications_workspace_id_idx" ON "adjudications" ("workspace_id");
CREATE INDEX "verdict_overrides_claim_id_idx" ON "verdict_overrides" ("claim_id");
CREATE INDEX "verdict_overrides_workspace_id_idx" ON "verdict_overrides" ("workspace_id");
CREATE INDEX "case_events_workspace_id_idx" ON "case_events" ("workspace_id");
CREATE INDEX "mutations_workspace_id_idx" ON "mutations" ("workspace_id");

ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey"
  FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_fkey"
  FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "members" ADD CONSTRAINT "members_workspace_id_fkey"
  FOREIGN KEY ("workspace_id") REFERENCES "workspaces" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "members" ADD CONSTRAINT "members_user_id_fkey"
  FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_workspace_id_fkey"
  FOREIGN KEY ("workspace_id") REFERENCES "workspaces" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "cases" ADD CONSTRAINT "cases_workspace_id_fkey"
  FOREIGN KEY ("workspace_id") REFERENCES "workspaces" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "sources" ADD CONSTRAINT "sources_case_id_fkey"
  FOREIGN KEY ("case_id") REFERENCES "cases" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "source_revisions" ADD CONSTRAINT "source_revisions_source_id_fkey"
  FOREIGN KEY ("source_id") REFERENCES "sources" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "claims" ADD CONSTRAINT "claims_case_id_fkey"
  FOREIGN KEY ("case_id") REFERENCES "cases" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "claims" ADD CONSTRAINT "claims_parent_id_fkey"
  FOREIGN KEY ("parent_id") REFERENCES "claims" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "claim_versions" ADD CONSTRAINT "claim_versions_claim_id_fkey"
  FOREIGN KEY ("claim_id") REFERENCES "claims" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "tags" ADD CONSTRAINT "tags_case_id_fkey"
  FOREIGN KEY ("case_id") REFERENCES "cases" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "tags" ADD CONSTRAINT "tags_claim_id_fkey"
  FOREIGN KEY ("claim_id") REFERENCES "claims" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "tags" ADD CONSTRAINT "tags_source_id_fkey"
  FOREIGN KEY ("source_id") REFERENCES "sources" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "tag_versions" ADD CONSTRAINT "tag_versions_tag_id_fkey"
  FOREIGN KEY ("tag_id") REFERENCES "tags" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "tag_versions" ADD CONSTRAINT "tag_versions_revision_id_fkey"
  FOREIGN KEY ("revision_id") REFERENCES "source_revisions" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_tag_id_tag_version_fkey"
  FOREIGN KEY ("tag_id", "tag_version") REFERENCES "tag_versions" ("tag_id", "version") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_tag_id_fkey"
  FOREIGN KEY ("tag_id") REFERENCES "tags" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "adjudications" ADD CONSTRAINT "adjudications_tag_id_fkey"
  FOREIGN KEY ("tag_id") REFERENCES "tags" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "verdict_overrides" ADD CONSTRAINT "verdict_overrides_claim_id_fkey"
  FOREIGN KEY ("claim_id") REFERENCES "claims" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "case_events" ADD CONSTRAINT "case_events_case_id_fkey"
  FOREIGN KEY ("case_id") REFERENCES "cases" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- ── limits the rules rest on ────────────────────────────────────────────────────────────────────────────────────────

ALTER TABLE "evidence" ADD CONSTRAINT "evidence_range" CHECK ("start" >= 0 AND "end" > "start");
ALTER TABLE "claims" ADD CONSTRAINT "claims_text_not_blank" CHECK (btrim("text") <> '');
ALTER TABLE "case_events" ADD CONSTRAINT "case_events_number_from_1" CHECK ("number" >= 1);

-- ── the server's role ───────────────────────────────────────────────────────────────────────────────────────────────
-- The server connects as whoever owns the database and at once becomes assay_app: no table is owned by that role, so
-- row-level security binds it, and it can neither change nor delete what must stay (T1, T7, E2).

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'assay_app') THEN
    CREATE ROLE assay_app NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL; -- another database of the same server was migrated at the same moment
END
$$;

DO $$
BEGIN
  IF NOT pg_has_role(current_user, 'assay_app', 'MEMBER') THEN
    EXECUTE format('GRANT assay_app TO %I', current_user);
  END IF;
END
$$;

GRANT USAGE ON SCHEMA public TO assay_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "users", "sessions", "accounts", "verifications" TO assay_app;
GRANT SELECT, INSERT, UPDATE ON "workspaces", "members", "invitations", "cases", "sources", "claims", "tags",
  "verdict_overrides" TO assay_app;
GRANT SELECT, INSERT ON "source_revisions", "claim_versions", "tag_versions", "evidence", "reviews", "adjudications",
  "case_events", "mutations" TO assay_app;

-- ── row-level security (P1) ─────────────────────────────────────────────────────────────────────────────────────────
-- assay.workspace and assay.user are set per transaction by packages/db/src/scope.ts. Unset, they match nothing.

CREATE FUNCTION assay_workspace() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('assay.workspace', true), '')::uuid $$;

CREATE FUNCTION assay_user() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('assay.user', true), '') $$;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['members', 'invitations', 'cases', 'sources', 'source_revisions', 'claims',
    'claim_versions', 'tags', 'tag_versions', 'evidence', 'reviews', 'adjudications', 'verdict_overrides',
    'case_events']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY same_workspace ON %I TO assay_app
         USING (workspace_id = (SELECT assay_workspace())) WITH CHECK (workspace_id = (SELECT assay_workspace()))', t);
  END LOOP;
END
$$;

ALTER TABLE "workspaces" ENABLE ROW LEVEL SECURITY;
CREATE POLICY same_workspace ON "workspaces" TO assay_app
  USING (id = (SELECT assay_workspace())) WITH CHECK (id = (SELECT assay_workspace()));

ALTER TABLE "mutations" ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_mutations ON "mutations" TO assay_app
  USING (actor_id = (SELECT assay_user())) WITH CHECK (actor_id = (SELECT assay_user()));

-- ── doors: the only ways to learn about a workspace before being inside it ──────────────────────────────────────────
-- They run as the owner and answer only what the asking person may know.

CREATE FUNCTION assay_memberships(person text)
  RETURNS TABLE (workspace_id uuid, name text, role "role", version integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT w.id, w.name, m.role, w.version
    FROM members m JOIN workspaces w ON w.id = m.workspace_id
    WHERE m.user_id = person AND m.left_at IS NULL
    ORDER BY w.name, w.id
  $$;

CREATE FUNCTION assay_workspace_access(person text, workspace uuid)
  RETURNS TABLE (workspace_id uuid, role "role", policy jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT w.id, m.role, w.policy
    FROM members m JOIN workspaces w ON w.id = m.workspace_id
    WHERE m.user_id = person AND m.workspace_id = workspace AND m.left_at IS NULL
  $$;

CREATE FUNCTION assay_case_access(person text, wanted_case uuid)
  RETURNS TABLE (workspace_id uuid, role "role", policy jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT w.id, m.role, w.policy
    FROM cases c
    JOIN members m ON m.workspace_id = c.workspace_id
    JOIN workspaces w ON w.id = c.workspace_id
    WHERE c.id = wanted_case AND m.user_id = person AND m.left_at IS NULL
  $$;

CREATE FUNCTION assay_invitation(wanted_token_hash text)
  RETURNS TABLE (id uuid, workspace_id uuid, workspace_name text, role "role", invited_by text,
    expires_at timestamptz, accepted_at timestamptz, revoked_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT i.id, i.workspace_id, w.name, i.role, u.name, i.expires_at, i.accepted_at, i.revoked_at
    FROM invitations i
    JOIN workspaces w ON w.id = i.workspace_id
    LEFT JOIN users u ON u.id = i.created_by
    WHERE i.token_hash = wanted_token_hash
  $$;

REVOKE ALL ON FUNCTION assay_memberships(text), assay_workspace_access(text, uuid), assay_case_access(text, uuid),
  assay_invitation(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION assay_memberships(text), assay_workspace_access(text, uuid), assay_case_access(text, uuid),
  assay_invitation(text) TO assay_app;

-- ── the beginning of every change of a case ─────────────────────────────────────────────────────────────────────────
-- One round trip for what each of them does first: enter the workspace, lock the case (E1), look whether the person is
-- still a member and as what, and whether this mutation was done before (E4). As separate statements, so that each sees
-- what was committed while the one before it waited. Runs with the rights of whoever calls it. No row: there is no such
-- case for this person.

CREATE FUNCTION assay_begin_case_mutation(workspace uuid, person text, wanted_case uuid, mutation uuid)
  RETURNS TABLE (last_event integer, last_hash text, role text, earlier jsonb)
  LANGUAGE plpgsql
  AS $$
  BEGIN
    PERFORM set_config('assay.workspace', workspace::text, true), set_config('assay.user', person, true);
    SELECT c.last_event, c.last_hash INTO last_event, last_hash
      FROM cases c WHERE c.id = wanted_case AND c.workspace_id = workspace FOR UPDATE;
    IF NOT FOUND THEN
      RETURN;
    END IF;
    SELECT m.role INTO role FROM members m
      WHERE m.workspace_id = workspace AND m.user_id = person AND m.left_at IS NULL;
    IF NOT FOUND THEN
      RETURN;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended(mutation::text, 0));
    SELECT jsonb_build_object('workspaceId', m.workspace_id, 'actorId', m.actor_id, 'procedure', m.procedure,
      'result', m.result) INTO earlier FROM mutations m WHERE m.id = mutation;
    RETURN NEXT;
  END
  $$;

-- ── readiness ───────────────────────────────────────────────────────────────────────────────────────────────────────
-- The history of migrations is the owner's; the server only asks whether those it was built with are there.

CREATE FUNCTION assay_applied_migrations() RETURNS SETOF text
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public
  AS $$
  BEGIN
    RETURN QUERY SELECT migration_name::text FROM _prisma_migrations
      WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL;
  END
  $$;

REVOKE ALL ON FUNCTION assay_applied_migrations() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION assay_applied_migrations() TO assay_app;
