"use client";

import { Slot } from "radix-ui";
import { createContext, lazy, Suspense, useContext, useState, type ReactNode } from "react";
import type { WindowProps } from "./dialog-window";
import { useLoaded } from "./use-loaded";

type Props = WindowProps & {
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
};

const load = () => import("./dialog-window");
const DialogWindow = lazy(load);
const CloseContext = createContext<() => void>(() => {});

/** A modal window; on a phone it comes up from the bottom edge. What draws it is fetched when it is first wanted. */
export function Dialog({ trigger, open, onOpenChange, ...window }: Props) {
  useLoaded(load);
  const [inside, setInside] = useState(false);
  const shown = open ?? inside;
  const change = (next: boolean) => {
    setInside(next);
    onOpenChange?.(next);
  };
  const close = () => change(false);
  return (
    <>
      {trigger && (
        <Slot.Root aria-haspopup="dialog" aria-expanded={shown} onClick={() => change(true)}>
          {trigger}
        </Slot.Root>
      )}
      {shown && (
        <Suspense>
          <CloseContext value={close}>
            <DialogWindow {...window} onClose={close} />
          </CloseContext>
        </Suspense>
      )}
    </>
  );
}

/** Around a button in a dialog that does nothing but close it. */
export function DialogClose({ children }: { children: ReactNode }) {
  return <Slot.Root onClick={useContext(CloseContext)}>{children}</Slot.Root>;
}
