import { notify } from "../../../components/toast.tsx";

/** The clipboard is closed to pages over plain http from another machine; then the text is shown for copying. */
export async function copyText(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notify({ text: done });
  } catch {
    notify({ text: `The browser does not let this page copy. Here it is: ${text}`, tone: "refusal" });
  }
}
