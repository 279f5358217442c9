import { useNavigate } from "@tanstack/react-router";
import { LogOut, Plus, UserRound } from "lucide-react";
import { useState } from "react";
import { Avatar } from "../../components/avatar.tsx";
import { Menu, MenuChoice, MenuItem, MenuLabel, MenuSeparator } from "../../components/menu.tsx";
import { openKeysDialog } from "../../components/keys-dialog.tsx";
import { notify } from "../../components/toast.tsx";
import { signOut } from "../account/auth.ts";
import { forgetMe, useMe } from "../account/me.ts";
import { mutationQueue } from "../case/case-sync.ts";
import { SignOutDialog } from "./sign-out-dialog.tsx";
import { setTheme, useTheme } from "./theme.ts";

const THEME_OPTIONS = [
  { value: "system", label: "As the system" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;

export function AccountMenu() {
  const { user, workspaces } = useMe();
  const { theme } = useTheme();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  if (user === null) return null;
  const leave = async () => {
    setAsking(false);
    const outcome = await signOut();
    if (!outcome.ok) {
      notify({ text: outcome.message, tone: "refusal" });
      return;
    }
    mutationQueue.close();
    await navigate({ to: "/sign-in" });
    forgetMe();
  };
  return (
    <>
      <Menu
        label="Account"
        trigger={
          <button type="button" className="shell-me btn-icon" aria-label={`Account: ${user.name}`}>
            <Avatar name={user.name} me />
          </button>
        }
      >
        <MenuLabel>
          {user.name}
          <br />
          {user.email}
        </MenuLabel>
        <MenuSeparator />
        {workspaces.map((workspace) => (
          <MenuItem
            key={workspace.id}
            onSelect={() => void navigate({ to: "/w/$workspaceId", params: { workspaceId: workspace.id } })}
          >
            {workspace.name}
          </MenuItem>
        ))}
        <MenuItem icon={<Plus className="icon" />} onSelect={() => void navigate({ to: "/new-desk" })}>
          New desk
        </MenuItem>
        <MenuSeparator />
        <MenuChoice label="Theme" value={theme} options={THEME_OPTIONS} onChange={setTheme} />
        <MenuSeparator />
        <MenuItem kbd="?" onSelect={openKeysDialog}>
          Keys
        </MenuItem>
        <MenuItem icon={<UserRound className="icon" />} onSelect={() => void navigate({ to: "/account" })}>
          Your account
        </MenuItem>
        <MenuItem
          icon={<LogOut className="icon" />}
          onSelect={() => (mutationQueue.state().kept.length > 0 ? setAsking(true) : void leave())}
        >
          Sign out
        </MenuItem>
      </Menu>
      {asking ? <SignOutDialog onStay={() => setAsking(false)} onLeave={() => void leave()} /> : null}
    </>
  );
}
