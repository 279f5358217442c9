const KEY = "assay.workspace";

/** The desk this browser looked at last, if the user is still a member; else the first one. */
export function lastWorkspace(workspaces: readonly { id: string }[]): string | null {
  const remembered = localStorage.getItem(KEY);
  const found = workspaces.find((workspace) => workspace.id === remembered) ?? workspaces[0];
  return found?.id ?? null;
}

export function rememberWorkspace(id: string): void {
  localStorage.setItem(KEY, id);
}
