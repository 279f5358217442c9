-- Links with which a person who forgot their password sets a new one.

-- Rows stay: they say who made a link for whom, and whether it was used. Without workspace and maker it was made by
-- whoever runs the server, with the command.
CREATE TABLE "password_resets" (
  "id" UUID NOT NULL,
  "workspace_id" UUID,
  "user_id" TEXT NOT NULL,
  "token_hash" TEXT NOT NULL,
  "created_by" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  "used_at" TIMESTAMPTZ(3),
  "revoked_at" TIMESTAMPTZ(3),
  CONSTRAINT "password_resets_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "password_resets_token_hash_key" ON "password_resets" ("token_hash");
CREATE INDEX "password_resets_user_id_idx" ON "password_resets" ("user_id");
CREATE INDEX "password_resets_workspace_id_idx" ON "password_resets" ("workspace_id");

ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_user_id_fkey"
  FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_workspace_id_fkey"
  FOREIGN KEY ("workspace_id") REFERENCES "workspaces" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_maker"
  CHECK (("workspace_id" IS NULL) = ("created_by" IS NULL));

-- ── privileges and row-level security (P1): a desk sees what was made in it, a person what was made for them ─────────

GRANT SELECT, INSERT, UPDATE ON "password_resets" TO assay_app;

ALTER TABLE "password_resets" ENABLE ROW LEVEL SECURITY;
CREATE POLICY same_workspace ON "password_resets" TO assay_app
  USING (workspace_id = (SELECT assay_workspace())) WITH CHECK (workspace_id = (SELECT assay_workspace()));
CREATE POLICY own_resets ON "password_resets" TO assay_app
  USING (user_id = (SELECT assay_user())) WITH CHECK (user_id = (SELECT assay_user()));

-- ── doors ───────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Whoever has the words of a link learns whose password it sets and who made it.

CREATE FUNCTION assay_password_reset(wanted_token_hash text)
  RETURNS TABLE (id uuid, workspace_id uuid, user_id text, name text, email text, created_by text, made_by text,
    expires_at timestamptz, used_at timestamptz, revoked_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT r.id, r.workspace_id, r.user_id, u.name, u.email, r.created_by, m.name, r.expires_at, r.used_at, r.revoked_at
    FROM password_resets r
    JOIN users u ON u.id = r.user_id
    LEFT JOIN users m ON m.id = r.created_by
    WHERE r.token_hash = wanted_token_hash
  $$;

-- A person has one open link at most, whichever desk it was made in. Holds the person until the transaction ends, so
-- that two links made at the same moment are made one after the other.
CREATE FUNCTION assay_end_password_resets(person text, at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public
  AS $$
  BEGIN
    PERFORM 1 FROM users WHERE id = person FOR UPDATE;
    UPDATE password_resets SET revoked_at = at WHERE user_id = person AND used_at IS NULL AND revoked_at IS NULL;
  END
  $$;

REVOKE ALL ON FUNCTION assay_password_reset(text), assay_end_password_resets(text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION assay_password_reset(text), assay_end_password_resets(text, timestamptz) TO assay_app;
