import { cn } from "./cn";
import type { Option } from "./select";

type Props = {
  name: string;
  options: readonly (Option & { hint?: string })[];
  defaultValue?: string;
  legend?: string;
  describedBy?: string;
  required?: boolean;
  disabled?: boolean;
  onValue?: (value: string) => void;
  className?: string;
};

export function RadioGroup({
  name,
  options,
  defaultValue,
  legend,
  describedBy,
  required,
  disabled,
  onValue,
  className,
}: Props) {
  return (
    <fieldset
      disabled={disabled}
      aria-describedby={describedBy}
      className={cn("flex flex-wrap gap-x-5 gap-y-1", className)}
    >
      {legend && <legend className="sr-only">{legend}</legend>}
      {options.map((option) => (
        <label
          key={option.value}
          className={cn(
            "inline-flex min-h-8 items-center gap-2 max-md:min-h-11",
            option.disabled && "text-ink-3",
          )}
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            defaultChecked={option.value === defaultValue}
            disabled={option.disabled}
            required={required}
            onChange={onValue && ((event) => onValue(event.target.value))}
            className="size-4 shrink-0 accent-honor"
          />
          <span>
            {option.label}
            {option.hint && <span className="ml-1.5 text-xs text-ink-3">{option.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
