-- Publication: the desk's rating scale, ratings, sign-offs, releases, corrections, links to a release.

-- Every state the scale has had; the newest is the one in use. A workspace without a row uses the default scale.
CREATE TABLE "rating_scales" (
  "workspace_id" UUID NOT NULL,
  "version" INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "entries" JSONB NOT NULL,
  "created_by" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "rating_scales_pkey" PRIMARY KEY ("workspace_id", "version")
);

CREATE TABLE "ratings" (
  "id" UUID NOT NULL,
  "workspace_id" UUID NOT NULL,
  "case_id" UUID NOT NULL,
  "claim_id" UUID,
  "version" INTEGER NOT NULL DEFAULT 1,
  "entry_id" TEXT,
  "label" TEXT NOT NULL,
  "colour" TEXT NOT NULL,
  "justification" TEXT NOT NULL,
  "author_id" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "ratings_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "rating_versions" (
  "rating_id" UUID NOT NULL,
  "version" INTEGER NOT NULL,
  "workspace_id" UUID NOT NULL,
  "entry_id" TEXT,
  "label" TEXT NOT NULL,
  "colour" TEXT NOT NULL,
  "justification" TEXT NOT NULL,
  "author_id" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "rating_versions_pkey" PRIMARY KEY ("rating_id", "version")
);

CREATE TABLE "sign_offs" (
  "id" UUID NOT NULL,
  "workspace_id" UUID NOT NULL,
  "case_id" UUID NOT NULL,
  "user_id" TEXT NOT NULL,
  "role" "role" NOT NULL,
  "plan" JSONB NOT NULL,
  "event_number" INTEGER NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "withdrawn_at" TIMESTAMPTZ(3),
  CONSTRAINT "sign_offs_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "releases" (
  "id" UUID NOT NULL,
  "workspace_id" UUID NOT NULL,
  "case_id" UUID NOT NULL,
  "number" INTEGER NOT NULL,
  "title" TEXT NOT NULL,
  "plan" JSONB NOT NULL,
  "snapshot" TEXT NOT NULL,
  "sha256" TEXT NOT NULL,
  "signatures" JSONB NOT NULL,
  "event_number" INTEGER NOT NULL,
  "released_by" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "releases_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "release_files" (
  "release_id" UUID NOT NULL,
  "format" TEXT NOT NULL,
  "workspace_id" UUID NOT NULL,
  "media_type" TEXT NOT NULL,
  "filename" TEXT NOT NULL,
  "bytes" BYTEA NOT NULL,
  "sha256" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "release_files_pkey" PRIMARY KEY ("release_id", "format")
);

CREATE TABLE "corrections" (
  "id" UUID NOT NULL,
  "workspace_id" UUID NOT NULL,
  "case_id" UUID NOT NULL,
  "claim_id" UUID,
  "corrects" INTEGER NOT NULL,
  "made_release" INTEGER,
  "what" TEXT NOT NULL,
  "why" TEXT NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "author_id" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "withdrawn_at" TIMESTAMPTZ(3),
  CONSTRAINT "corrections_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "share_links" (
  "id" UUID NOT NULL,
  "workspace_id" UUID NOT NULL,
  "case_id" UUID NOT NULL,
  "release_id" UUID NOT NULL,
  "token_hash" TEXT NOT NULL,
  "label" TEXT NOT NULL DEFAULT '',
  "created_by" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  "revoked_at" TIMESTAMPTZ(3),
  "revoked_by" TEXT,
  "last_used_at" TIMESTAMPTZ(3),
  "uses" INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT "share_links_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "ratings_case_id_idx" ON "ratings" ("case_id");
CREATE INDEX "ratings_workspace_id_idx" ON "ratings" ("workspace_id");
CREATE INDEX "rating_versions_workspace_id_idx" ON "rating_versions" ("workspace_id");
CREATE INDEX "sign_offs_case_id_idx" ON "sign_offs" ("case_id");
CREATE INDEX "sign_offs_workspace_id_idx" ON "sign_offs" ("workspace_id");
CREATE UNIQUE INDEX "releases_case_id_number_key" ON "releases" ("case_id", "number");
CREATE INDEX "releases_workspace_id_idx" ON "releases" ("workspace_id");
CREATE INDEX "release_files_workspace_id_idx" ON "release_files" ("workspace_id");
CREATE INDEX "corrections_case_id_idx" ON "corrections" ("case_id");
CREATE INDEX "corrections_workspace_id_idx" ON "corrections" ("workspace_id");
CREATE UNIQUE INDEX "share_links_token_hash_key" ON "share_links" ("token_hash");
CREATE INDEX "share_links_case_id_idx" ON "share_links" ("case_id");
CREATE INDEX "share_links_workspace_id_idx" ON "share_links" ("workspace_id");

ALTER TABLE "rating_versions" ADD CONSTRAINT "rating_versions_rating_id_fkey"
  FOREIGN KEY ("rating_id") REFERENCES "ratings" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "release_files" ADD CONSTRAINT "release_files_release_id_fkey"
  FOREIGN KEY ("release_id") REFERENCES "releases" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "share_links" ADD CONSTRAINT "share_links_release_id_fkey"
  FOREIGN KEY ("release_id") REFERENCES "releases" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── privileges and row-level security (P1) ──────────────────────────────────────────────────────────────────────────
-- A release and its files can be added and read, and never changed (R2).

GRANT SELECT, INSERT ON "rating_scales", "rating_versions", "releases", "release_files" TO assay_app;
GRANT SELECT, INSERT, UPDATE ON "ratings", "sign_offs", "corrections", "share_links" TO assay_app;

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['rating_scales', 'ratings', 'rating_versions', 'sign_offs', 'releases', 'release_files',
    'corrections', 'share_links']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format(
      'CREATE POLICY same_workspace ON %I TO assay_app
         USING (workspace_id = (SELECT assay_workspace())) WITH CHECK (workspace_id = (SELECT assay_workspace()))', t);
  END LOOP;
END
$$;

-- ── the door of a link: whoever has the words of it learns which release it opens, and nothing else ─────────────────

CREATE FUNCTION assay_share(wanted_token_hash text)
  RETURNS TABLE (id uuid, workspace_id uuid, workspace_name text, case_id uuid, release_id uuid, number integer,
    created_by text, expires_at timestamptz, revoked_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT s.id, s.workspace_id, w.name, s.case_id, s.release_id, r.number, s.created_by, s.expires_at, s.revoked_at
    FROM share_links s
    JOIN workspaces w ON w.id = s.workspace_id
    JOIN releases r ON r.id = s.release_id
    WHERE s.token_hash = wanted_token_hash
  $$;

REVOKE ALL ON FUNCTION assay_share(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION assay_share(text) TO assay_app;
