import type { CaseView, ClaimView } from "@assay/domain";
import { DEFAULT_POLICY, UNPUBLISHED, deriveCells } from "@assay/domain";
import { describe, expect, it } from "vitest";
import { keepCells, keepIdentity } from "./keep-identity.ts";

const claim = (number: number, text = `claim ${number}`): ClaimView => ({
  id: `c${number}`,
  number,
  version: 1,
  text,
  type: "event",
  claimant: "",
  parentId: null,
  withdrawn: false,
  createdBy: "u1",
  createdAt: "2026-10-08T00:00:00.000Z",
  updatedAt: "2026-10-08T00:00:00.000Z",
});

const view = (lastEvent: number, claims: ClaimView[]): CaseView => ({
  id: "case",
  workspaceId: "w",
  workspaceName: "Harbour desk",
  title: "Grounding",
  summary: "",
  version: 1,
  createdAt: "2026-10-08T00:00:00.000Z",
  lastEvent,
  lastHash: `h${lastEvent}`,
  policy: { ...DEFAULT_POLICY },
  ownPolicy: {},
  people: [{ id: "u1", name: "Ana", role: "lead" }],
  sources: [],
  claims,
  tags: [],
  reviews: [],
  adjudications: [],
  overrides: [],
  openings: [],
  assignments: [],
  threads: [],
  ...UNPUBLISHED,
  removedSources: [],
  archivedAt: null,
});

describe("keepIdentity", () => {
  it("keeps untouched entries and lists, by id", () => {
    const held = view(1, [claim(1), claim(3)]);
    const next = keepIdentity(held, view(2, [claim(1), claim(2), claim(3, "changed")]));
    expect(next.claims[0]).toBe(held.claims[0]);
    expect(next.claims[2]).not.toBe(held.claims[1]);
    expect(next.claims[2]?.text).toBe("changed");
    expect(next.people).toBe(held.people);
    expect(next.policy).toBe(held.policy);
    expect(next.lastEvent).toBe(2);
  });

  it("gives back the held case when nothing changed", () => {
    const held = view(1, [claim(1)]);
    expect(keepIdentity(held, view(1, [claim(1)]))).toBe(held);
  });

  it("notices that an entry is gone", () => {
    const held = view(1, [claim(1), claim(2)]);
    expect(keepIdentity(held, view(2, [claim(2)])).claims).toEqual([claim(2)]);
  });
});

describe("keepCells", () => {
  it("keeps rows whose cells are as they were", () => {
    const held = view(1, [claim(1)]);
    const before = deriveCells(held);
    const after = keepCells(before, deriveCells(view(2, [claim(1), claim(2)])));
    expect(after.get("c1")).toBe(before.get("c1"));
    expect(after.has("c2")).toBe(true);
  });
});
