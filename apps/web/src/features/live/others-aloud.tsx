import { useLive } from "./live-store.ts";

/** Others' changes for those who listen: after what is being said, and several at once. */
export function OthersAloud() {
  const said = useLive((state) => state.said);
  return (
    <p className="vh" aria-live="polite" data-live-said="">
      {said}
    </p>
  );
}
