"use client";

import type { ComponentProps } from "react";
import { ErrorFault } from "@/components/shell/error-fault";

export default function ErrorPage(props: ComponentProps<typeof ErrorFault>) {
  return (
    <main>
      <ErrorFault {...props} />
    </main>
  );
}
