import { paramsOf, zFilterText, type Params } from "@/lib/kernel/fields";

export function readSearch(params: Params): string {
  return zFilterText.parse(paramsOf(params).q) ?? "";
}
