import { escaped } from "../ui/markup";
import type { Option } from "../ui/select";

type Props = {
  name: string;
  defaultValue?: string | number;
  options: readonly Option[];
  placeholder?: string;
};

/**
 * A choice in a query bar, its options one piece of markup: the years alone are eighty, which as elements would be sent, drawn and
 * taken over by the browser one by one. The placeholder is the empty choice.
 */
export function QuerySelect({ name, defaultValue = "", options, placeholder }: Props) {
  const all = placeholder === undefined ? options : [{ value: "", label: placeholder }, ...options];
  const markup = all.map(({ value, label }) => {
    const chosen = value === String(defaultValue) ? ' selected=""' : "";
    return `<option value="${escaped(value)}"${chosen}>${escaped(label)}</option>`;
  });
  return (
    <span className="select">
      <select name={name} className="control" dangerouslySetInnerHTML={{ __html: markup.join("") }} />
    </span>
  );
}
