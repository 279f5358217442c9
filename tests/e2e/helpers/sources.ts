import { expect } from "@playwright/test";
import type { Locator, Page } from "@playwright/test";

export interface DroppedFile {
  name: string;
  type: string;
  bytes: Uint8Array;
}

export const addDialog = (page: Page): Locator => page.getByRole("dialog", { name: /^Add (a source|\d+ sources)/ });

/** Files let go over the form, as the desktop hands them to a page. */
export async function dropFiles(form: Locator, files: readonly DroppedFile[]): Promise<void> {
  const data = await form.page().evaluateHandle(
    (given) => {
      const transfer = new DataTransfer();
      for (const { name, type, base64 } of given) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        transfer.items.add(new File([bytes], name, { type }));
      }
      return transfer;
    },
    files.map(({ name, type, bytes }) => ({ name, type, base64: Buffer.from(bytes).toString("base64") })),
  );
  await form.dispatchEvent("dragover", { dataTransfer: data });
  await form.dispatchEvent("drop", { dataTransfer: data });
}

/** Opens the form on the page of sources. */
export async function openAddSource(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "Add a source" }).first().click();
  const dialog = addDialog(page);
  await expect(dialog).toBeVisible();
  return dialog;
}

export async function addIt(dialog: Locator): Promise<void> {
  await expect(dialog.getByRole("region", { name: "What was read" })).toBeVisible();
  await dialog.getByRole("button", { name: "Add source" }).click();
}
