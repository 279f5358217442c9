-- Times within a case only ever go forward, whichever server process wrote them: clocks of machines differ, and what is
-- newer (of two states of a tag, of a ruling and the tags it overruled) is told by these times. So whoever begins a
-- change learns when the last one was.

DROP FUNCTION assay_begin_case_mutation(uuid, text, uuid, uuid);

CREATE FUNCTION assay_begin_case_mutation(workspace uuid, person text, wanted_case uuid, mutation uuid)
  RETURNS TABLE (last_event integer, last_hash text, last_at timestamptz, role text, earlier jsonb)
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
    SELECT e.at INTO last_at FROM case_events e WHERE e.case_id = wanted_case AND e.number = last_event;
    RETURN NEXT;
  END
  $$;
