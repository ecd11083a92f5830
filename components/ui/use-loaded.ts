import { useEffect } from "react";

const signs = ["pointerdown", "keydown", "focusin"] as const;

/**
 * Fetches what a page may come to want as soon as somebody does anything on it: not with the first visit, and before the
 * network could fail it.
 */
export function useLoaded(load: () => Promise<unknown>) {
  useEffect(() => {
    // What fails here is asked for again, and told, when it is wanted.
    const begin = () => {
      end();
      load().catch(() => {});
    };
    const end = () => {
      for (const sign of signs) document.removeEventListener(sign, begin);
    };
    for (const sign of signs) document.addEventListener(sign, begin);
    return end;
  }, [load]);
}
