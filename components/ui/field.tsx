import { cloneElement, type ReactElement, type ReactNode } from "react";
import { cn } from "./cn";

type LabelProps = {
  htmlFor?: string;
  id?: string;
  required?: boolean;
  children: ReactNode;
  className?: string;
};

export function Label({ required, children, className, ...props }: LabelProps) {
  return (
    <label {...props} className={cn("block text-sm font-medium text-ink", required && "starred", className)}>
      {children}
    </label>
  );
}

type ControlProps = {
  id?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean;
  "aria-required"?: boolean;
};

type FieldProps = {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  className?: string;
  children: ReactElement<ControlProps>;
};

/** A label above one control, hint and fault below it, all tied together for screen readers. */
export function Field({ id, label, hint, error, required, className, children }: FieldProps) {
  return (
    <div className={cn("min-w-0 space-y-1", className)}>
      <Label htmlFor={id} required={required}>
        {label}
      </Label>
      {cloneElement(children, {
        id,
        ...describe(id, { hint, error }),
        "aria-required": required || undefined,
      })}
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  );
}

export function FieldNotes({ id, hint, error }: { id: string; hint?: ReactNode; error?: ReactNode }) {
  return (
    <>
      {error && (
        <p id={`${id}-error`} className="text-xs leading-5 text-danger">
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="text-xs leading-5 text-ink-3">
          {hint}
        </p>
      )}
    </>
  );
}

/** The aria attributes that tie a control to its notes. */
export function describe(id: string, notes: { hint?: ReactNode; error?: ReactNode }, more?: string) {
  const ids = [notes.error && `${id}-error`, notes.hint && `${id}-hint`, more].filter(Boolean).join(" ");
  return { "aria-describedby": ids || undefined, "aria-invalid": notes.error ? true : undefined };
}
