"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { listHref, type ListParams } from "./href";

export function PageJump({ path, params, pages }: { path: string; params: ListParams; pages: number }) {
  const t = useTranslations("common.list");
  const router = useRouter();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const page = Number(new FormData(event.currentTarget).get("page"));
        if (Number.isInteger(page) && page >= 1)
          router.push(listHref(path, params, { page: Math.min(page, pages) }));
      }}
      className="flex items-center gap-1.5"
    >
      <label htmlFor="page-jump">{t("jump")}</label>
      <input
        id="page-jump"
        name="page"
        type="text"
        inputMode="numeric"
        pattern="[0-9]*"
        aria-label={t("jumpLabel")}
        className="control w-14 text-center"
      />
      <span aria-hidden>{t("pageUnit")}</span>
    </form>
  );
}
