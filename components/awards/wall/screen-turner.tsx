"use client";

import { ChevronLeft, ChevronRight, Maximize, Pause, Play, X, type LucideIcon } from "lucide-react";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useState, useSyncExternalStore } from "react";

/** Milliseconds for which a page stays, and for which it is held after the mouse moved over it: one that lies still must not stop the hall. */
const STAY = 12_000;
const HOLD = 30_000;

type Words = Record<
  "pause" | "resume" | "previous" | "next" | "full" | "leave" | "paused" | "held" | "keys",
  string
>;
type Props = { here: string; next: string; previous: string | null; leave: string; words: Words };

/** Turns the pages of the hall's screen, unless somebody reads or wants no motion. A server that is away for a while does not end it. */
export function ScreenTurner({ here, next, previous, leave, words }: Props) {
  const router = useRouter();
  const wantsStillness = useSyncExternalStore(watchMotion, motionIsUnwanted, () => false);
  const [isChosen, choose] = useState<boolean | null>(null);
  const isPaused = isChosen ?? wantsStillness;
  const [moved, setMoved] = useState({ on: "", at: 0 });
  const [round, again] = useState(0);
  // Held for the page that is read; the next one begins anew.
  const shown = `${here} ${round}`;
  const isHeld = moved.on === shown;

  const turn = useCallback(
    async (to: string) => {
      // A navigation that fails would leave the browser's own page, on which nothing turns any more.
      const isThere = await fetch("/api/health", { cache: "no-store" }).then(
        ({ ok }) => ok,
        () => false,
      );
      if (isThere) {
        if (to === here) router.refresh();
        else router.replace(to, { scroll: false });
      }
      again((count) => count + 1);
    },
    [here, router],
  );

  useEffect(() => {
    if (isPaused) return;
    const timer = setTimeout(() => void turn(next), isHeld ? HOLD : STAY);
    return () => clearTimeout(timer);
  }, [isPaused, isHeld, moved.at, shown, next, turn]);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isOnButton = (event.target as Element).closest?.("a, button") !== null;
      if (event.key === " " && !isOnButton) {
        event.preventDefault();
        choose(!isPaused);
      } else if (event.key === "ArrowRight") void turn(next);
      else if (event.key === "ArrowLeft" && previous) void turn(previous);
    };
    const move = ({ timeStamp }: PointerEvent) =>
      setMoved((last) =>
        last.on === shown && timeStamp - last.at < 1_000 ? last : { on: shown, at: timeStamp },
      );
    addEventListener("keydown", press);
    addEventListener("pointermove", move);
    return () => {
      removeEventListener("keydown", press);
      removeEventListener("pointermove", move);
    };
  }, [isPaused, next, previous, shown, turn]);

  return (
    <footer className="flex flex-wrap items-center gap-2 px-[2.5vw] py-[1.2vh]">
      <Press
        icon={ChevronLeft}
        label={words.previous}
        onPress={() => previous && void turn(previous)}
        off={!previous}
      />
      <Press
        icon={isPaused ? Play : Pause}
        label={isPaused ? words.resume : words.pause}
        onPress={() => choose(!isPaused)}
      />
      <Press icon={ChevronRight} label={words.next} onPress={() => void turn(next)} />
      <p role="status" className="px-2 text-gold-line">
        {isPaused ? words.paused : isHeld ? words.held : ""}
      </p>
      <p className="ml-auto px-2 text-gold-line max-md:hidden">{words.keys}</p>
      <Press
        icon={Maximize}
        label={words.full}
        onPress={() =>
          void (document.fullscreenElement
            ? document.exitFullscreen()
            : document.documentElement.requestFullscreen())
        }
      />
      <a
        href={leave}
        aria-label={words.leave}
        title={words.leave}
        className="grid size-11 place-items-center rounded-sm border border-gold-line text-white hover:bg-honor"
      >
        <X aria-hidden className="size-5" />
      </a>
      <div key={shown} aria-hidden className={`basis-full ${isPaused || isHeld ? "invisible" : ""}`}>
        <div className="h-1 origin-left animate-stay bg-gilt motion-reduce:hidden" />
      </div>
    </footer>
  );
}

const unwanted = "(prefers-reduced-motion: reduce)";

function watchMotion(onChange: () => void) {
  const query = matchMedia(unwanted);
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}

function motionIsUnwanted(): boolean {
  return matchMedia(unwanted).matches;
}

type PressProps = { icon: LucideIcon; label: string; onPress: () => void; off?: boolean };

function Press({ icon: Icon, label, onPress, off = false }: PressProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      disabled={off}
      onClick={onPress}
      className="grid size-11 place-items-center rounded-sm border border-gold-line text-white hover:bg-honor disabled:opacity-40"
    >
      <Icon aria-hidden className="size-5" />
    </button>
  );
}
