/** Windows of one browser tell each other which draft they keep. */
export interface OtherWindows {
  /** This window writes there now. */
  claim: (place: string) => void;
  close: () => void;
}

/** `onClaimed` hears of every place another window writes to. */
export function listenToWindows(onClaimed: (place: unknown) => void): OtherWindows {
  const channel = new BroadcastChannel("assay-drafts");
  channel.onmessage = ({ data }) => onClaimed(data);
  return { claim: (place) => channel.postMessage(place), close: () => channel.close() };
}
