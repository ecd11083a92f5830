"use client";

import { useTranslations } from "next-intl";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Alert } from "../../ui/alert";
import type { Review } from "./review";

type Props = {
  review: Review | null;
  pending: boolean;
  onBack: () => void;
  onSave: (review: Review) => void;
};

/** What is about to be saved, and what of it is still open, before it is. */
export function ReviewDialog({ review, pending, onBack, onSave }: Props) {
  const t = useTranslations("awards-lists.review");
  const tc = useTranslations("common");
  return (
    <Dialog
      open={review !== null}
      onOpenChange={(open) => !open && onBack()}
      title={t(review?.intent === "submit" ? "submitTitle" : "draftTitle")}
      description={review ? t("sum", { groups: review.groups, rows: review.rows }) : undefined}
      footer={
        review && (
          <>
            <Button onClick={onBack}>{t("back")}</Button>
            <Button variant="primary" autoFocus pending={pending} onClick={() => onSave(review)}>
              {review.open.length > 0
                ? t("saveWaiting", { count: review.open.length })
                : tc(review.intent === "submit" ? "submit" : "saveDraft")}
            </Button>
          </>
        )
      }
    >
      {review && (
        <div className="space-y-3">
          {review.open.length > 0 && (
            <Alert tone="warning" title={t("open", { count: review.open.length })}>
              <p>{t("openText")}</p>
              <p className="font-medium">{review.open.join(tc("listSeparator"))}</p>
            </Alert>
          )}
          {review.waiting > 0 && <p>{t("waiting", { count: review.waiting })}</p>}
          {review.mismatches.map((one) => (
            <p key={one.name} className="text-warning">
              {t("mismatch", one)}
            </p>
          ))}
          {review.twice > 0 && <p className="text-warning">{t("twice", { count: review.twice })}</p>}
          {review.rest > 0 && <p className="text-warning">{t("rest", { count: review.rest })}</p>}
          {review.intent === "submit" && <p className="text-ink-2">{t("submitText")}</p>}
        </div>
      )}
    </Dialog>
  );
}
