import { notify } from "../../components/toast.tsx";

export function copyLink(link: string): void {
  void navigator.clipboard.writeText(link).then(
    () => notify({ text: "The link is on the clipboard." }),
    () => notify({ text: "The browser refused the clipboard. Select the link and copy it.", tone: "refusal" }),
  );
}
