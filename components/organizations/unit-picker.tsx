"use client";

import { EntityPicker, type PickerItem } from "@/components/forms/entity-picker";
import type { Tree } from "@/lib/organizations/schema";

type Props = {
  name: string;
  label: string;
  tree: Tree;
  /** Closed units can be picked too, for records of their time. */
  closed?: boolean;
  defaultItem?: PickerItem | null;
  hint?: string;
  required?: boolean;
  span?: "full";
};

export function UnitPicker({ tree, closed = false, defaultItem, ...field }: Props) {
  return (
    <EntityPicker
      {...field}
      url="/organizations/search"
      params={{ tree, ...(!closed && { open: "1" }) }}
      defaultItems={[defaultItem]}
    />
  );
}
