type Props = { value: number; max?: number; label: string };

/** The browser's progress element: no inline width, and readers know it. */
export function Progress({ value, max = 100, label }: Props) {
  return (
    <progress
      value={value}
      max={max}
      aria-label={label}
      className="block h-1.5 w-full appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-honor [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-honor"
    />
  );
}
