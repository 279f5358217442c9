import { demoCase } from "@assay/seeds";
import { apiOf } from "./case-maker.ts";

export interface Demo {
  /** Path of its workbench. */
  path: string;
  deskPath: string;
}

/** The demo case, found by its title: other tests open cases of their own on the same desk. */
export async function findDemo(): Promise<Demo> {
  const api = await apiOf("ana");
  const workspaceId = (await api.me.get.query()).workspaces[0]?.id ?? "";
  const entry = (await api.case.list.query({ workspaceId })).find(({ title }) => title === demoCase.case.title);
  if (entry === undefined) throw new Error(`No case is called ${demoCase.case.title}`);
  return { path: `/c/${entry.id}`, deskPath: `/w/${workspaceId}` };
}
