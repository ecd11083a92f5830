"use client";

import { EntityPicker, type PickerItem } from "@/components/forms/entity-picker";

type Props = {
  name: string;
  label: string;
  defaultItem?: PickerItem | null;
  hint?: string;
  required?: boolean;
  span?: "full";
  onItems?: (items: readonly PickerItem[]) => void;
};

/** By Chinese name, pinyin, initials or work number; the hint tells namesakes apart. */
export function EmployeePicker({ defaultItem, ...field }: Props) {
  return <EntityPicker {...field} url="/employees/search" defaultItems={[defaultItem]} />;
}
