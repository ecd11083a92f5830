import { Progress } from "../../ui/progress";

/** A bar that knows how far it is, or only that something goes on. */
export function ProgressBar({ part, label }: { part: number | null; label: string }) {
  if (part !== null) return <Progress value={part} max={1} label={label} />;
  return (
    <span
      role="progressbar"
      aria-label={label}
      className="block h-1.5 w-full overflow-hidden rounded-full bg-sunken"
    >
      <span
        aria-hidden
        className="block h-full w-1/4 animate-passing rounded-full bg-honor motion-reduce:w-full motion-reduce:animate-none motion-reduce:bg-honor-line"
      />
    </span>
  );
}
