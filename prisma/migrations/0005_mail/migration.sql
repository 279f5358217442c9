-- Mail: when a notification is to be mailed, and the doors through which the server tells people and sends.

ALTER TABLE "notifications" ADD COLUMN "mail_after" TIMESTAMPTZ(3);
ALTER TABLE "notifications" ADD COLUMN "mail_attempts" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "notifications" ADD COLUMN "digest" BOOLEAN NOT NULL DEFAULT false;

CREATE INDEX "notifications_mail_after_idx" ON "notifications" ("mail_after");

-- ── how the people of this workspace want to be told ────────────────────────────────────────────────────────────────
-- Whoever changes something tells others, whose settings are out of sight for them.

CREATE FUNCTION assay_notification_settings()
  RETURNS TABLE (user_id text, settings jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT s.user_id, s.settings FROM notification_settings s WHERE s.workspace_id = (SELECT assay_workspace())
  $$;

-- ── the outbox ──────────────────────────────────────────────────────────────────────────────────────────────────────
-- One row a notification that is due, of as many people as asked for. It is leased: nobody else gets it until the lease
-- ends, so that several servers send each mail once, and what a dying server had taken goes out later. A person's rows
-- come together. Left out: what was read meanwhile, what is older than three days, people who left or want no mail.

CREATE FUNCTION assay_claim_mail(moment timestamptz, lease interval, most integer)
  RETURNS TABLE (id uuid, user_id text, email text, name text, workspace_id uuid, workspace_name text, case_title text,
    text text, href text, created_at timestamptz, digest boolean, attempts integer)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public
  AS $$
  DECLARE
    reader record;
  BEGIN
    FOR reader IN
      SELECT s.workspace_id, s.user_id FROM notification_settings s
      WHERE s.settings ->> 'mail' IN ('each', 'daily')
        AND EXISTS (SELECT FROM members m
          WHERE m.workspace_id = s.workspace_id AND m.user_id = s.user_id AND m.left_at IS NULL)
        AND EXISTS (SELECT FROM notifications n
          WHERE n.workspace_id = s.workspace_id AND n.user_id = s.user_id AND n.mail_after <= moment
            AND n.mailed_at IS NULL AND n.read_at IS NULL AND n.created_at > moment - interval '3 days')
      LIMIT most
      FOR UPDATE OF s SKIP LOCKED
    LOOP
      RETURN QUERY
        WITH taken AS (
          UPDATE notifications n SET mail_after = moment + lease, mail_attempts = n.mail_attempts + 1
          WHERE n.workspace_id = reader.workspace_id AND n.user_id = reader.user_id AND n.mail_after <= moment
            AND n.mailed_at IS NULL AND n.read_at IS NULL AND n.created_at > moment - interval '3 days'
          RETURNING n.*
        )
        SELECT t.id, t.user_id, u.email, u.name, t.workspace_id, w.name, c.title, t.text, t.href, t.created_at,
          t.digest, t.mail_attempts
        FROM taken t
        JOIN users u ON u.id = t.user_id
        JOIN workspaces w ON w.id = t.workspace_id
        JOIN cases c ON c.id = t.case_id
        ORDER BY t.created_at, t.event_number, t.id;
    END LOOP;
  END
  $$;

-- What went out.
CREATE FUNCTION assay_mail_sent(ids uuid[], moment timestamptz) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public
  AS $$
    UPDATE notifications SET mailed_at = moment WHERE id = ANY(ids) AND mailed_at IS NULL;
    UPDATE notification_settings s SET digest_at = moment
      FROM notifications n
      WHERE n.id = ANY(ids) AND n.digest AND s.workspace_id = n.workspace_id AND s.user_id = n.user_id;
  $$;

-- What did not, to be tried again at another moment; null for never.
CREATE FUNCTION assay_mail_failed(ids uuid[], again timestamptz) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public
  AS $$ UPDATE notifications SET mail_after = again WHERE id = ANY(ids) AND mailed_at IS NULL $$;

REVOKE ALL ON FUNCTION assay_notification_settings(), assay_claim_mail(timestamptz, interval, integer),
  assay_mail_sent(uuid[], timestamptz), assay_mail_failed(uuid[], timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION assay_notification_settings(), assay_claim_mail(timestamptz, interval, integer),
  assay_mail_sent(uuid[], timestamptz), assay_mail_failed(uuid[], timestamptz) TO assay_app;
