"use client";

import { useRouter } from "next/navigation";
import { Select } from "../ui/select";

type Props = { label: string; size: number; choices: { size: number; href: string; label: string }[] };

export function PageSize({ label, size, choices }: Props) {
  const router = useRouter();
  return (
    <Select
      aria-label={label}
      value={String(size)}
      onChange={(event) => {
        const choice = choices.find((one) => String(one.size) === event.target.value);
        if (choice) router.push(choice.href);
      }}
      options={choices.map((one) => ({ value: String(one.size), label: one.label }))}
      className="w-auto"
    />
  );
}
