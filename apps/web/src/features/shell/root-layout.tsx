import { Outlet } from "@tanstack/react-router";
import { useEffect } from "react";
import { KeysDialog } from "../../components/keys-dialog.tsx";
import { useKeyListener } from "../../components/keys.ts";
import { notify, Toaster } from "../../components/toast.tsx";
import { TooltipHost } from "../../components/tooltip-host.tsx";

export function RootLayout() {
  useKeyListener();
  useSignedOutNotice();
  return (
    <>
      <Outlet />
      <KeysDialog />
      <Toaster />
      <TooltipHost />
    </>
  );
}

/** Says so and offers the way; leaving the page by itself would take along what is being typed. */
function useSignedOutNotice(): void {
  useEffect(() => {
    const say = () =>
      notify({
        text: "Your session has ended. What you typed stays on this page.",
        tone: "refusal",
        action: { label: "Sign in in a new tab", run: () => window.open("/sign-in", "_blank") },
      });
    window.addEventListener("assay:signed-out", say);
    return () => window.removeEventListener("assay:signed-out", say);
  }, []);
}
