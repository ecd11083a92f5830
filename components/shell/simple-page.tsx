import type { ReactNode } from "react";
import { PageHeader } from "./page-header";

type Props = { title: ReactNode; meta?: ReactNode; actions?: ReactNode; children: ReactNode };

/** A narrow column for pages that are read on a phone first. */
export function SimplePage({ title, meta, actions, children }: Props) {
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={title} meta={meta} actions={actions} />
      <div className="space-y-4">{children}</div>
    </div>
  );
}
