import type { Figure } from "../../support/figures.ts";
import type { PageName } from "./build-pages.ts";
import type { Stage } from "./stage.ts";
import { atMost, reported, type Times } from "./times.ts";

const PEERS = ["floor", "recogito", "prosemirror"] as const satisfies readonly PageName[];
const NAMES: Record<(typeof PEERS)[number], string> = {
  floor: "static HTML floor",
  recogito: "Recogito",
  prosemirror: "ProseMirror",
};

const ARRANGED = [["three", [0, 1, 2]], ["one", [0]]] as const;
/** A mount has one value where an add has several; a collection of garbage falls on some of them. */
const MORE_MOUNTS = 2;

/** One round: each peer in its turn, then the product; the round's number keeps the marks added by each apart. */
export async function playRound(stage: Stage, round: number, adds: number, times: Times): Promise<void> {
  for (const name of PEERS) await playPeer(stage, name, round * adds, adds, times);
  await playWorkbench(stage, round * 2 * adds, adds, times);
}

async function playPeer({ peer, quiet }: Stage, name: PageName, from: number, adds: number, times: Times): Promise<void> {
  const busy = await peer(name);
  const { page } = busy;
  await page.bringToFront();
  times.note(`${name} mount`, await busy.during(() => page.evaluate(() => window.peer.mount()), quiet));
  for (let run = from; run < from + adds; run++) {
    const add = async () => times.note(`${name} drawn`, await page.evaluate((nth) => window.peer.add(nth), run));
    times.note(`${name} add`, await busy.during(add, quiet));
  }
  times.note(`${name} hide`, await busy.during(() => page.evaluate(() => window.peer.hide()), quiet));
  times.note(`${name} show`, await busy.during(() => page.evaluate(() => window.peer.show()), quiet));
  await page.evaluate(() => window.peer.unmount());
}

async function playWorkbench({ workbench, long, colleague, quiet }: Stage, from: number, adds: number, times: Times): Promise<void> {
  const [source] = long;
  if (source === undefined) throw new Error("The case has no long source");
  const note = (what: string, ms: number): void => times.note(`product ${what}`, ms);
  await workbench.page.bringToFront();
  await workbench.leave();
  note("mount of a note", await workbench.mount([3]));
  for (let more = 0; more < MORE_MOUNTS; more++) {
    for (const [panes, sources] of ARRANGED) {
      await workbench.leave();
      note(`mount, ${panes}`, await workbench.mount(sources));
    }
  }
  for (const [panes, sources] of ARRANGED) {
    await workbench.leave();
    note(`mount, ${panes}`, await workbench.mount(sources));
    const first = panes === "three" ? from : from + adds;
    for (let run = first; run < first + adds; run++) {
      await workbench.select(0, source, run);
      const { drawn, shown, answered } = await workbench.tag();
      note(`drawn, ${panes}`, drawn);
      note(`add, ${panes}`, shown);
      note(`add and answer, ${panes}`, shown + answered);
      note(`remote add, ${panes}`, await workbench.remote(colleague, 0, source, run));
    }
    note(`idle, ${panes}`, await workbench.busy.during(() => Promise.resolve(), quiet));
  }
  note("hide", await workbench.toggleHighlights());
  note("show", await workbench.toggleHighlights());
}

export function peerFigures({ quiet }: Stage, times: Times): Figure[] {
  const ours = (what: string): number => times.median(`product ${what}`);
  const of = (name: PageName, what: string): number => times.median(`${name} ${what}`);
  const peers = (what: string): Figure[] =>
    PEERS.map((name) => reported(`${what}: ${NAMES[name]}`, of(name, what), "ms"));
  const against = (what: string, value: number, bar: number): Figure[] => [
    reported(`${what}: product`, value, "ms"),
    atMost(`${what}: product / floor`, value / of("floor", what.split(",")[0] ?? what), "×", bar),
  ];
  return [
    ...peers("mount"),
    reported("mount: product, a note of one paragraph in the long source's place", ours("mount of a note"), "ms"),
    ...against("mount", ours("mount, one"), 1.5),
    atMost("mount, three panes: product, three / one", ours("mount, three") / ours("mount, one"), "×", 2.5),
    ...peers("add"),
    ...against("add, local, until shown", ours("add, one"), 1),
    // Recogito draws its mark some time after the next frame, and does not say when.
    ...(["floor", "prosemirror"] as const).map((name) =>
      reported(`add, until a frame with the mark: ${NAMES[name]}`, of(name, "drawn"), "ms"),
    ),
    reported("add, until a frame with the mark: product, from the key", ours("drawn, one"), "ms"),
    ...against("add, remote, all that follows", ours("remote add, one"), 1),
    reported("add, local, with answer and stream: product", ours("add and answer, one"), "ms"),
    reported(`the product doing nothing for ${quiet} ms, in all of the above`, ours("idle, one"), "ms"),
    atMost("add, local, until shown: product / Recogito", ours("add, one") / of("recogito", "add"), "×", 0.1),
    atMost("add, remote, all that follows: product / Recogito", ours("remote add, one") / of("recogito", "add"), "×", 0.1),
    atMost("add, local, three panes / one", ours("add, three") / ours("add, one"), "×", 3),
    atMost("add, remote, three panes / one", ours("remote add, three") / ours("remote add, one"), "×", 3),
    ...(["hide", "show"] as const).flatMap((what) => [...peers(what), ...against(what, ours(what), 1)]),
  ];
}
