/** Windows of one browser tell each other where they keep what is being written. */
export interface OtherWindows {
  /** This window writes there now. */
  claim: (place: string) => void;
  close: () => void;
}

/** `onClaimed` hears of every place another window writes to. `what` tells drafts from reports. */
export function listenToWindows(what: string, onClaimed: (place: unknown) => void): OtherWindows {
  const channel = new BroadcastChannel(what);
  channel.onmessage = ({ data }) => onClaimed(data);
  return { claim: (place) => channel.postMessage(place), close: () => channel.close() };
}
