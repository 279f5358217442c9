import type { Page } from "playwright-core";

/**
 * The floor: the same picture as the review page, made of its own markup and styles, with no code but this: a press
 * takes the first row away and puts the other sheet in place of the one shown.
 */
export async function floorHtml(review: Page): Promise<string> {
  const first = await picture(review);
  await review.keyboard.press("j");
  await review.waitForFunction((before) => document.querySelector(".review-stage")?.outerHTML !== before, first.stage);
  const second = await picture(review);
  const data = JSON.stringify([first.stage, second.stage]).replaceAll("<", "\\u003c");
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Floor</title>${first.styles}</head>
<body>${first.body}<script>
const stages = ${data};
let shown = 0;
addEventListener("keydown", (event) => {
  if (event.key !== "a") return;
  document.querySelector(".review-items [role=listitem]")?.remove();
  shown = 1 - shown;
  const frame = document.createElement("template");
  frame.innerHTML = stages[shown];
  document.querySelector(".review-stage").replaceWith(frame.content);
});
</script></body></html>`;
}

async function picture(page: Page): Promise<{ styles: string; body: string; stage: string }> {
  return page.evaluate(() => {
    const body = document.body.cloneNode(true) as HTMLElement;
    for (const script of body.querySelectorAll("script")) script.remove();
    const styles = [...document.querySelectorAll('link[rel="stylesheet"], style')].map((one) => one.outerHTML).join("");
    return { styles, body: body.innerHTML, stage: document.querySelector(".review-stage")?.outerHTML ?? "" };
  });
}
