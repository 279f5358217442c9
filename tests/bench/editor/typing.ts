import type { Figure } from "../../support/figures.ts";
import type { Stage } from "./stage.ts";
import { atMost, reported, type Times } from "./times.ts";

/** Letters typed in the text, each until the page has come to rest. */
export async function typeRound({ peer, workbench, quiet }: Stage, keys: number, times: Times): Promise<void> {
  for (const name of ["typing", "prosemirror"] as const) {
    const busy = await peer(name);
    const { page } = busy;
    await page.bringToFront();
    await page.evaluate(() => window.peer.mount());
    await page.locator(".bench-sheet p").first().click();
    for (let i = 0; i < keys; i++) times.note(`${name} key`, await busy.during(() => page.keyboard.press("x"), quiet));
    await page.evaluate(() => window.peer.unmount());
  }
  await workbench.page.bringToFront();
  for (const time of await workbench.write(keys)) times.note("product key", time);
  await workbench.open([0]);
}

export function typingFigures(times: Times): Figure[] {
  return [
    reported("key: static HTML floor, edited by the browser", times.median("typing key"), "ms"),
    reported("key: ProseMirror", times.median("prosemirror key"), "ms"),
    reported("key in a draft: product", times.median("product key"), "ms"),
    atMost("key in a draft: product / floor", times.median("product key") / times.median("typing key"), "×", 2),
  ];
}
