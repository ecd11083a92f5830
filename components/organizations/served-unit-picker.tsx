"use client";

import { EntityPicker, type PickerItem } from "@/components/forms/entity-picker";

type Props = {
  name: string;
  label: string;
  multiple?: boolean;
  /** Units that may take part are offered too. */
  partners?: boolean;
  defaultItems?: readonly PickerItem[];
  hint?: string;
  required?: boolean;
  span?: "full";
};

/** Company units whose teams, studios and achievements one keeps. */
export function ServedUnitPicker({ partners = false, ...props }: Props) {
  return (
    <EntityPicker {...props} url="/organizations/served" params={partners ? { partners: "1" } : undefined} />
  );
}
