import type { DemoCase } from "./demo-case-types.ts";
import { demoPeople } from "./demo-people.ts";
import { demoSources } from "./demo-sources.ts";
import { theCall } from "./claims/the-call.ts";
import { theKremlin } from "./claims/the-kremlin.ts";
import { theOmanTalks } from "./claims/the-oman-talks.ts";
import { theUkraineFile } from "./claims/the-ukraine-file.ts";
import { theWar } from "./claims/the-war.ts";
import { theWords } from "./claims/the-words.ts";

const scripted = [...theCall, ...theWords, ...theKremlin, ...theOmanTalks, ...theWar, ...theUkraineFile];

export const demoCase: DemoCase = {
  workspace: { name: "The Estuary Desk" },
  people: demoPeople,
  case: {
    title: "Trump–Putin call on Israel and Iran",
    summary:
      "Three dispatches on the call of 14 June 2025. A demonstration: the outlets and their reporters are invented, "
      + "and so are details and differences in what they say. Not to be cited as reporting.",
    createdBy: "wren",
  },
  sources: demoSources,
  claims: scripted.map((entry) => entry.claim),
  tags: scripted.flatMap((entry) => entry.tags),
};
