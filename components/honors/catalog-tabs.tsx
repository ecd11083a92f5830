import { useTranslations } from "next-intl";
import { LinkTabs } from "../ui/link-tabs";

/** The three parts of the catalog: titles, the programmes they belong to, and who grants them. */
export function CatalogTabs({ current }: { current: "titles" | "programmes" | "bodies" }) {
  const t = useTranslations("honors");
  const tabs = [
    { key: "titles", label: t("title"), href: "/honors" },
    { key: "programmes", label: t("programmes.title"), href: "/honors/programmes" },
    { key: "bodies", label: t("bodies.title"), href: "/honors/bodies" },
  ];
  return <LinkTabs label={t("tabs")} tabs={tabs} current={current} />;
}
