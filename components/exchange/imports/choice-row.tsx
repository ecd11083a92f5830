"use client";

type Choice = { value: string; label: string; hint: string };
type Props = { name: string; label: string; value: string; choices: readonly Choice[] };

/** One of few, each with what it means; the fields of a form around it. */
export function ChoiceRow({ name, label, value, choices }: Props) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-medium">{label}</legend>
      <div className="grid gap-2 md:grid-cols-2">
        {choices.map((choice) => (
          <label
            key={choice.value}
            className="flex items-start gap-2.5 rounded-sm border border-line px-3 py-2 has-checked:border-honor-line has-checked:bg-honor-tint"
          >
            <input
              type="radio"
              name={name}
              value={choice.value}
              defaultChecked={choice.value === value}
              className="mt-0.75 size-4 shrink-0 accent-honor"
            />
            <span className="min-w-0">
              {choice.label}
              <span className="block text-xs leading-5 text-ink-3">{choice.hint}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
