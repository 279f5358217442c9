import { Node, Path, Text, Transforms, createEditor, type Descendant, type Operation } from "slate";
import type { DraftAnchor, DraftPlace } from "./draft-anchor.ts";
import { blockText } from "./draft-text.ts";

/** Which way a place goes when something comes in exactly there: a passage never takes in what is typed at its edges. */
type Side = "start" | "end";

interface Move {
  place: (place: DraftPlace, side: Side) => DraftPlace;
  /** Whether the words at a place, or between two, may be other ones afterwards. */
  touches: (start: DraftPlace, end: DraftPlace) => boolean;
  /** Whether an end may come to stand before its start: what was moved away can be moved back. */
  parts?: boolean;
}

/**
 * Carries anchors through one operation of Slate's. `value` is the document before it. Anchors whose words may have
 * changed come back `unread`; what was not touched keeps its identity. An operation on formatting alone moves nothing.
 */
export function moveAnchors(
  value: readonly Descendant[],
  op: Operation,
  anchors: readonly DraftAnchor[],
): readonly DraftAnchor[] {
  if (anchors.length === 0) return anchors;
  const moves = movesOf(value, op);
  if (moves.length === 0) return anchors;
  let isChanged = false;
  const moved = anchors.map((anchor) => {
    const next = moves.reduce(moveAnchor, anchor);
    isChanged ||= next !== anchor;
    return next;
  });
  return isChanged ? moved : anchors;
}

function moveAnchor(anchor: DraftAnchor, { place, touches, parts = false }: Move): DraftAnchor {
  const isEmpty = isSame(anchor.start, anchor.end);
  const end = place(anchor.end, "end");
  // What has nothing left stays in one place, and takes in nothing.
  const start = isEmpty ? end : place(anchor.start, "start");
  const isTouched = touches(anchor.start, anchor.end);
  if (!isTouched && isSame(start, anchor.start) && isSame(end, anchor.end)) return anchor;
  return { ...anchor, start: !parts && isAfter(start, end) && !isAfter(anchor.start, anchor.end) ? end : start, end, state: isTouched ? "unread" : anchor.state };
}

function movesOf(value: readonly Descendant[], op: Operation): Move[] {
  switch (op.type) {
    case "insert_text":
      return [insertion(blockOf(op.path), offsetOf(value, op.path) + op.offset, op.text.length)];
    case "remove_text":
      return [removal(blockOf(op.path), offsetOf(value, op.path) + op.offset, op.text.length)];
    case "insert_node":
      if (op.path.length === 1) return [blockInsertion(blockOf(op.path))];
      return [insertion(blockOf(op.path), offsetOf(value, op.path), Node.string(op.node).length)];
    case "remove_node":
      if (op.path.length === 1) return [blockRemoval(value, blockOf(op.path))];
      return [removal(blockOf(op.path), offsetOf(value, op.path), Node.string(op.node).length)];
    case "split_node":
      return op.path.length === 1 ? [split(blockOf(op.path), cutOf(value, op.path, op.position))] : [];
    case "merge_node":
      return op.path.length === 1 ? [merge(blockOf(op.path), lengthOf(value, blockOf(op.path) - 1))] : [];
    case "move_node":
      return movesOfMove(value, op);
    case "set_node":
      // What a block is decides how it is parted from the one above it.
      return op.path.length === 1 ? [gapChange(blockOf(op.path))] : [];
    default:
      return [];
  }
}

function insertion(block: number, at: number, length: number): Move {
  return {
    place: (place, side) =>
      place.block === block && (place.offset > at || (place.offset === at && side === "start"))
        ? { block, offset: place.offset + length }
        : place,
    touches: (start, end) => spans(block, start, end),
  };
}

function removal(block: number, from: number, length: number): Move {
  return {
    place: (place) =>
      place.block === block && place.offset > from
        ? { block, offset: Math.max(from, place.offset - length) }
        : place,
    touches: (start, end) => spans(block, start, end),
  };
}

function split(block: number, cut: number): Move {
  return {
    place: (place, side) => {
      if (place.block !== block) return place.block > block ? { ...place, block: place.block + 1 } : place;
      const isBehind = place.offset > cut || (place.offset === cut && side === "start");
      return isBehind ? { block: block + 1, offset: place.offset - cut } : place;
    },
    touches: (start, end) => spans(block, start, end),
  };
}

/** A block becomes the end of the one above it, which is `length` long. */
function merge(block: number, length: number): Move {
  return {
    place: (place) => {
      if (place.block < block) return place;
      return place.block > block
        ? { ...place, block: place.block - 1 }
        : { block: block - 1, offset: place.offset + length };
    },
    touches: (start, end) => spans(block, start, end) || spans(block - 1, start, end),
  };
}

function blockInsertion(block: number): Move {
  return {
    place: (place) => (place.block >= block ? { ...place, block: place.block + 1 } : place),
    touches: (start, end) => start.block < block && block <= end.block,
  };
}

function blockRemoval(value: readonly Descendant[], block: number): Move {
  const above = lengthOf(value, block - 1);
  return {
    place: (place, side) => {
      if (place.block !== block) return place.block > block ? { ...place, block: place.block - 1 } : place;
      return side === "start" || block === 0 ? { block, offset: 0 } : { block: block - 1, offset: above };
    },
    touches: (start, end) => spans(block, start, end),
  };
}

function gapChange(block: number): Move {
  return { place: (place) => place, touches: (start, end) => start.block !== end.block && spans(block, start, end) };
}

type MoveNode = Extract<Operation, { type: "move_node" }>;

function movesOfMove(value: readonly Descendant[], op: MoveNode): Move[] {
  const target = Path.transform(op.path, op);
  if (target === null || Path.equals(target, op.path)) return [];
  if (op.path.length === 1 && target.length === 1) return [blockMove(op)];
  const after = createEditor();
  after.children = [...value];
  Transforms.transform(after, op);
  const from = blockOf(op.path);
  const to = blockOf(target);
  const first = op.path.length === 1 ? 0 : offsetOf(value, op.path);
  const length = Node.string(Node.get({ children: [...value] } as never, op.path)).length;
  const at = target.length === 1 ? 0 : offsetOf(after.children, target);
  const out = op.path.length === 1 ? blockRemoval(value, from) : removal(from, first, length);
  const into = target.length === 1 ? blockInsertion(to) : insertion(to, at, length);
  const travels = ({ block, offset }: DraftPlace, side: Side) => {
    const inside = offset - first;
    return block === from && (side === "start" ? inside >= 0 && inside < length : inside > 0 && inside <= length);
  };
  return [
    {
      place: (place, side) =>
        travels(place, side)
          ? { block: to, offset: at + place.offset - first }
          : into.place(out.place(place, side), side),
      touches: () => true,
      parts: true,
    },
  ];
}

function blockMove(op: MoveNode): Move {
  return {
    place: (place) => ({ ...place, block: Path.transform([place.block], op)?.[0] ?? place.block }),
    // Of a passage over several blocks any of them may have come or gone.
    touches: (start, end) => start.block !== end.block,
    parts: true,
  };
}

function spans(block: number, start: DraftPlace, end: DraftPlace): boolean {
  return start.block <= block && block <= end.block;
}

function blockOf(path: Path): number {
  return path[0] ?? 0;
}

/** How much of its block's text comes before what stands, or is to stand, at a path below it. */
function offsetOf(value: readonly Descendant[], path: Path): number {
  let offset = 0;
  let node: Descendant | undefined = value[blockOf(path)];
  for (const index of path.slice(1)) {
    if (node === undefined || Text.isText(node)) break;
    const children: readonly Descendant[] = node.children;
    for (const child of children.slice(0, index)) offset += Node.string(child).length;
    node = children[index];
  }
  return offset;
}

/** The units in front of where a top-level node is cut: a block between its children, a bare text between its units. */
function cutOf(value: readonly Descendant[], path: Path, position: number): number {
  const node = value[blockOf(path)];
  return node !== undefined && Text.isText(node) ? position : offsetOf(value, [...path, position]);
}

function lengthOf(value: readonly Descendant[], block: number): number {
  const node = value[block];
  return node === undefined ? 0 : blockText(node).length;
}

function isSame(a: DraftPlace, b: DraftPlace): boolean {
  return a.block === b.block && a.offset === b.offset;
}

function isAfter(a: DraftPlace, b: DraftPlace): boolean {
  return a.block > b.block || (a.block === b.block && a.offset > b.offset);
}
