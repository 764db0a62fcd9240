"use client";

import { useEffect, useRef } from "react";

interface ReasonTipProps {
  /** What aria-describedby of the control says. */
  readonly id: string;
  readonly text: string;
}

const SHOW_MS = 200;
const HIDE_MS = 100;
const EDGE = 8;
const GAP = 6;

/**
 * Why the control just before it cannot be used: seen on hover, focus and touch, gone with Escape. In the
 * browser's top layer, so that no dialog or table clips it, and without the weight of a positioning library.
 */
export function ReasonTip({ id, text }: ReasonTipProps) {
  const bubble = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    const tip = bubble.current;
    const control = tip?.previousElementSibling;
    if (!tip || !(control instanceof HTMLElement)) return;
    return attach(tip, control);
  }, []);

  return (
    <span
      ref={bubble}
      id={id}
      role="tooltip"
      popover="manual"
      className="fixed inset-auto m-0 max-w-72 whitespace-normal rounded-md border border-line bg-raised px-2.5 py-1.5 text-left font-normal text-meta text-text shadow-float"
    >
      {text}
    </span>
  );
}

/** @returns what takes it off again */
function attach(tip: HTMLElement, control: HTMLElement): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const after = (milliseconds: number, act: () => void) => () => {
    clearTimeout(timer);
    timer = setTimeout(act, milliseconds);
  };
  const show = () => {
    tip.showPopover();
    place(tip, control.getBoundingClientRect());
  };
  const hide = () => tip.hidePopover();
  // The tip can be entered, so that its text can be selected.
  for (const element of [control, tip]) {
    element.addEventListener("pointerenter", after(SHOW_MS, show), { signal });
    element.addEventListener("pointerleave", after(HIDE_MS, hide), { signal });
  }
  control.addEventListener("focus", after(0, show), { signal });
  control.addEventListener("click", after(0, show), { signal });
  control.addEventListener("blur", after(0, hide), { signal });
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide(), { signal });
  document.addEventListener("scroll", hide, { signal, capture: true });
  return () => {
    clearTimeout(timer);
    listening.abort();
  };
}

/** Above the control, or below it where there is no room, and inside the window. */
function place(tip: HTMLElement, control: DOMRect) {
  const { width, height } = tip.getBoundingClientRect();
  const middle = control.left + control.width / 2 - width / 2;
  const above = control.top - height - GAP;
  tip.style.left = `${Math.max(EDGE, Math.min(middle, window.innerWidth - width - EDGE))}px`;
  tip.style.top = `${above < EDGE ? control.bottom + GAP : above}px`;
}
