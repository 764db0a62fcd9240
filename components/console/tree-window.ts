"use client";

import { type RefObject, useEffect, useState } from "react";

/** The height of a line; the lines that are out of sight are not drawn, so that 10,000 cost no more than 40. */
export const ROW_HEIGHT = 32;
const BEYOND = 10;

/** Which lines of a scrolling box are in sight, with some beyond both edges. */
export function useWindow(box: RefObject<HTMLElement | null>, count: number) {
  const [{ top, height }, setView] = useState({ top: 0, height: 20 * ROW_HEIGHT });

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setView({ top: element.scrollTop, height: element.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener("scroll", measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", measure);
    };
  }, [box]);

  const first = Math.max(0, Math.floor(top / ROW_HEIGHT) - BEYOND);
  const last = Math.min(count, Math.ceil((top + height) / ROW_HEIGHT) + BEYOND);
  return { first, last };
}

/** Scrolls as little as brings a line into sight. */
export function reveal(element: HTMLElement, index: number) {
  const top = index * ROW_HEIGHT;
  if (top < element.scrollTop) element.scrollTop = top;
  else if (top + ROW_HEIGHT > element.scrollTop + element.clientHeight) {
    element.scrollTop = top + ROW_HEIGHT - element.clientHeight;
  }
}
