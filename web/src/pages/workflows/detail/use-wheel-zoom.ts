// Ctrl (or a pinch) and the wheel zoom where the pointer is; Shift and the wheel, or a sideways wheel, move along the time.
import { useEffect, useEffectEvent, type RefObject } from "react";

interface Acts {
  zoom: (factor: number, atShare: number) => void;
  /** By a share of what is shown. */
  pan: (share: number) => void;
  /** What the lanes' labels take at the left. */
  labelPx: number;
}

const ZOOM_STEP = 1.2;

export function useWheelZoom(element: RefObject<HTMLElement | null>, acts: Acts): void {
  const onWheel = useEffectEvent((event: WheelEvent, width: number, left: number) => {
    const sideways = event.shiftKey ? event.deltaY : event.deltaX;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      const share = (event.clientX - left - acts.labelPx) / Math.max(1, width - acts.labelPx);
      acts.zoom(event.deltaY > 0 ? ZOOM_STEP : 1 / ZOOM_STEP, Math.min(1, Math.max(0, share)));
    } else if (
      Math.abs(sideways) > 0 &&
      (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY))
    ) {
      event.preventDefault();
      acts.pan(sideways / Math.max(1, width));
    }
  });
  useEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const listener = (event: WheelEvent): void => {
      const { width, left } = current.getBoundingClientRect();
      onWheel(event, width, left);
    };
    // Not by React, whose wheel listeners cannot keep the page from scrolling.
    current.addEventListener("wheel", listener, { passive: false });
    return () => current.removeEventListener("wheel", listener);
  }, [element]);
}
