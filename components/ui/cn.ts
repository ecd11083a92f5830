import { clsx, type ClassValue } from "clsx";

/** Joins classes. Of two that set the same property the stylesheet's order decides, not the order here: override with a `!`. */
export function cn(...classes: ClassValue[]): string {
  return clsx(classes);
}
