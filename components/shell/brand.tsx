import { useTranslations } from "next-intl";
import { Link } from "../ui/link";
import { Emblem } from "./emblem";

export function Brand({ href = "/" }: { href?: string }) {
  const t = useTranslations("shell");
  return (
    <Link href={href} className="flex min-w-0 shrink-0 items-center gap-2.5 rounded-sm max-sm:gap-1.5">
      <Emblem className="size-7 shrink-0" />
      <span className="truncate font-serif text-lg leading-6 font-bold tracking-wide">{t("product")}</span>
    </Link>
  );
}
