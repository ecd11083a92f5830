import type { ComponentProps } from "react";

/**
 * A link within the product. It is a plain one: NavProgress follows all of them without loading the page anew, where a component
 * of the framework for each would cost every page its script and every render its hooks. Nothing is fetched before it is wanted.
 * With `scroll={false}` the page stays where it is.
 */
export function Link({ scroll, ...props }: ComponentProps<"a"> & { href: string; scroll?: false }) {
  return <a data-go={scroll === false ? "stay" : ""} {...props} />;
}
