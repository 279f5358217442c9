-- The live stream of a case: who is in it, and the door through which a server reads what its viewers have missed.

-- Gone after a crash, and none the worse for it: everybody in a case says so again within seconds.
CREATE UNLOGGED TABLE "presences" (
  "page_id" UUID NOT NULL,
  "workspace_id" UUID NOT NULL,
  "case_id" UUID NOT NULL,
  "user_id" TEXT NOT NULL,
  "source_id" UUID,
  "claim_id" UUID,
  "selection" JSONB,
  "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "presences_pkey" PRIMARY KEY ("page_id")
);

CREATE INDEX "presences_case_id_idx" ON "presences" ("case_id");

GRANT SELECT, INSERT, UPDATE, DELETE ON "presences" TO assay_app;

ALTER TABLE "presences" ENABLE ROW LEVEL SECURITY;
CREATE POLICY same_workspace ON "presences" TO assay_app
  USING (workspace_id = (SELECT assay_workspace())) WITH CHECK (workspace_id = (SELECT assay_workspace()));
-- A page is its own person's to move.
CREATE POLICY own_page_insert ON "presences" AS RESTRICTIVE FOR INSERT TO assay_app
  WITH CHECK (user_id = (SELECT assay_user()));
CREATE POLICY own_page_update ON "presences" AS RESTRICTIVE FOR UPDATE TO assay_app
  USING (user_id = (SELECT assay_user())) WITH CHECK (user_id = (SELECT assay_user()));

-- ── the door of the stream ──────────────────────────────────────────────────────────────────────────────────────────
-- One read for all viewers that a process has on a case: who of them are members still (nobody: no row), where the log
-- ends, what decides what they may see, who is present, and the entries after a number, the last of each mutation with
-- that mutation's result, which only its author could read otherwise. A mutation is never cut in two: there may be more
-- entries than `most`. Without a number there are none.

CREATE FUNCTION assay_live(wanted_case uuid, viewers text[], after_number integer, most integer)
  RETURNS TABLE (head integer, members json, people text, policy jsonb, openings json, presences json, events json)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    WITH here AS (
      SELECT c.id, c.workspace_id, c.last_event, w.policy || c.policy AS policy
      FROM cases c JOIN workspaces w ON w.id = c.workspace_id
      WHERE c.id = wanted_case AND EXISTS (SELECT FROM members m
        WHERE m.workspace_id = c.workspace_id AND m.user_id = ANY(viewers) AND m.left_at IS NULL)
    ), upto AS (
      SELECT CASE WHEN h.last_event <= after_number::bigint + most THEN h.last_event ELSE coalesce((
        SELECT e.number - 1 FROM case_events e
        WHERE e.case_id = h.id AND e.number > after_number + most AND e.mutation_id <> (
          SELECT l.mutation_id FROM case_events l WHERE l.case_id = h.id AND l.number = after_number + most)
        ORDER BY e.number LIMIT 1), h.last_event) END AS number
      FROM here h
    ), missed AS (
      SELECT e.*, lead(e.mutation_id) OVER (ORDER BY e.number) IS DISTINCT FROM e.mutation_id AS ends
      FROM case_events e, here h, upto u
      WHERE e.case_id = h.id AND e.number > after_number AND e.number <= u.number
    )
    SELECT h.last_event,
      (SELECT json_object_agg(m.user_id, m.role) FROM members m
        WHERE m.workspace_id = h.workspace_id AND m.user_id = ANY(viewers) AND m.left_at IS NULL),
      (SELECT md5(string_agg(concat_ws('/', m.user_id, m.role, m.left_at, u.name), ',' ORDER BY m.user_id))
        FROM members m JOIN users u ON u.id = m.user_id WHERE m.workspace_id = h.workspace_id),
      h.policy,
      (SELECT coalesce(json_agg(json_build_object('claimId', g.claim_id, 'sourceId', g.source_id,
          'openedAt', to_char(g.opened_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))), '[]')
        FROM cell_openings g WHERE g.case_id = h.id AND (h.policy ->> 'requiredTags')::int > 1),
      (SELECT coalesce(json_agg(json_build_object('pageId', p.page_id, 'userId', p.user_id, 'sourceId', p.source_id,
          'claimId', p.claim_id, 'selection', p.selection) ORDER BY p.user_id, p.page_id), '[]')
        FROM presences p WHERE p.case_id = h.id AND p.seen_at > now() - interval '45 seconds'),
      (SELECT coalesce(json_agg(json_build_object('number', e.number, 'hash', e.hash, 'mutationId', e.mutation_id,
          'at', to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'actorId', e.actor_id,
          'kind', e.kind, 'subject', e.subject, 'reason', e.reason, 'ends', e.ends, 'result', m.result)
          ORDER BY e.number), '[]')
        FROM missed e LEFT JOIN mutations m ON e.ends AND m.id = e.mutation_id)
    FROM here h
  $$;

REVOKE ALL ON FUNCTION assay_live(uuid, text[], integer, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION assay_live(uuid, text[], integer, integer) TO assay_app;
