import "./overtaken.css";
import { Button } from "./button.tsx";

interface OvertakenProps {
  /** What somebody else changed meanwhile, as it is now: "Sign-offs before a release: 2". */
  now: readonly string[];
  onTakeTheirs: () => void;
}

/** Above the button that saves: what was chosen stays, and replaces theirs only once both have been seen (E5). */
export function Overtaken({ now, onTakeTheirs }: OvertakenProps) {
  return (
    <div role="status">
      {now.length === 0 ? null : (
        <div className="overtaken">
          <p>
            <b>Somebody else changed this meanwhile.</b> It is now:
          </p>
          <ul>
            {now.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
          <p>What you entered stays here, and replaces theirs when you save it.</p>
          <Button onClick={onTakeTheirs}>Take theirs instead</Button>
        </div>
      )}
    </div>
  );
}
