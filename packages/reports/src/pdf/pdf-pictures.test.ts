import { expect, it } from "vitest";
import { PICTURES } from "./pdf-pictures.ts";

// One picture that is no XML, of a cell that few cases have, and there is no PDF at all.
it.each(Object.entries(PICTURES))("%s is well-formed: no tag has an attribute twice, and all are closed", (_, svg) => {
  const open: string[] = [];
  for (const [, closing, name = "", rest = "", closed] of svg.matchAll(/<(\/?)([a-z]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g)) {
    const attributes = [...rest.matchAll(/([\w:-]+)=/g)].map(([, attribute]) => attribute);
    expect(new Set(attributes).size, `${name}${rest}`).toBe(attributes.length);
    if (closing === "/") expect(open.pop()).toBe(name);
    else if (closed !== "/") open.push(name);
  }
  expect(open).toEqual([]);
  expect(svg.replaceAll(/<\/?[a-z]+(?:\s+[\w:-]+="[^"<]*")*\s*\/?>/g, "")).toBe("");
});
