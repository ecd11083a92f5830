import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Breadcrumbs, type Crumb } from "../ui/breadcrumbs";

type Props = {
  title: ReactNode;
  breadcrumbs?: readonly Crumb[];
  badge?: ReactNode;
  meta?: ReactNode;
  actions?: ReactNode;
  tabs?: ReactNode;
};

/** The page's only h1, with what can be done here at its right. */
export function PageHeader({ title, breadcrumbs, badge, meta, actions, tabs }: Props) {
  const t = useTranslations("shell");
  return (
    <header className="mb-4">
      {breadcrumbs && breadcrumbs.length > 0 && <Breadcrumbs items={breadcrumbs} label={t("breadcrumbs")} />}
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="font-serif text-xl leading-8 font-bold">{title}</h1>
            {badge}
          </div>
          {meta && <div className="mt-0.5 text-ink-2">{meta}</div>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {tabs && <div className="mt-3">{tabs}</div>}
    </header>
  );
}
