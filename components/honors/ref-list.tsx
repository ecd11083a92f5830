import { useLocale } from "next-intl";
import { nameIn } from "@/lib/honors/rules";
import type { NamedRef } from "@/lib/honors/schema";
import { TextLink } from "../ui/text-link";

/** Names with their links, one under the other; numbered where their order says who leads. */
export function RefList({
  refs,
  path,
  ordered = false,
}: {
  refs: readonly NamedRef[];
  path: string;
  ordered?: boolean;
}) {
  const locale = useLocale();
  const numbered = ordered && refs.length > 1;
  return (
    <ol className="space-y-1">
      {refs.map((one, index) => (
        <li key={one.id}>
          {numbered && <span className="mr-1.5 text-ink-3 tabular-nums">{index + 1}.</span>}
          <TextLink href={`${path}/${one.id}`}>{nameIn(locale, one)}</TextLink>
        </li>
      ))}
    </ol>
  );
}
