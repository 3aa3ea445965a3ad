// The width that is left for drawing inside of an element, as it is now.
import { useEffect, useState, type RefObject } from "react";

const WIDTH_PX_FIRST = 900;
const WIDTH_PX_MIN = 60;

export function useWidth(element: RefObject<HTMLElement | null>, takenPx: number): number {
  const [widthPx, setWidthPx] = useState(WIDTH_PX_FIRST);
  useEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const observer = new ResizeObserver(() =>
      setWidthPx(Math.max(WIDTH_PX_MIN, current.clientWidth - takenPx)),
    );
    observer.observe(current);
    return () => observer.disconnect();
  }, [element, takenPx]);
  return widthPx;
}
