// Scrolls a list as fast as frames come, and tells in how many of them a part of it was blank: in each frame, what is
// drawn must cover what is in view.
import type { Page } from "playwright-core";

export interface ScrollResult {
  frames: number;
  blankFrames: number;
  /** The largest time between two frames. */
  slowestFrameMs: number;
  /** Of the first blank frames: how much was missing above and below, in pixels. */
  missing: string[];
}

/**
 * `scroller` and `rows` are CSS selectors; `stepPx` is how far each frame goes. Frames are looked at where the browser
 * draws them: after the scroll's own event, before the picture.
 */
export async function scrollThrough(
  page: Page,
  options: { scroller: string; rows: string; stepPx: number; frames: number },
): Promise<ScrollResult> {
  return page.evaluate(async ({ scroller, rows, stepPx, frames }) => {
    /* eslint-disable @typescript-eslint/no-explicit-any -- the browser's globals, which tests here have no types of */
    const { document, requestAnimationFrame, performance } = globalThis as any;
    const element = document.querySelector(scroller);
    const nextFrame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done));
    let blankFrames = 0;
    let slowestFrameMs = 0;
    const missing: string[] = [];
    let last = performance.now();
    for (let frame = 0; frame < frames; frame += 1) {
      element.scrollTop += stepPx;
      await nextFrame();
      const { top, bottom } = element.getBoundingClientRect();
      const places = [...element.querySelectorAll(rows)].map((row: any) => row.getBoundingClientRect());
      const drawnTop = Math.min(...places.map((place: any) => place.top as number));
      const drawnBottom = Math.max(...places.map((place: any) => place.bottom as number));
      const isAtEnd = element.scrollTop + element.clientHeight >= element.scrollHeight - 1;
      if (drawnTop > top + 40 || (drawnBottom < bottom - 2 && !isAtEnd)) {
        blankFrames += 1;
        missing.push(
          `${drawnTop - top} above, ${bottom - drawnBottom} below at ${element.scrollTop} of ${element.scrollHeight}`,
        );
      }
      const now = performance.now();
      slowestFrameMs = Math.max(slowestFrameMs, now - last);
      last = now;
    }
    /* eslint-enable */
    return { frames, blankFrames, slowestFrameMs, missing: missing.slice(0, 5) };
  }, options);
}
