// The whole cloud as `npm start` starts it, and a browser in front of its console. What must never happen on any page is
// collected and looked at in the end: script errors, refusals by the content security policy, requests elsewhere.
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { apiAddressOf, runStandalone, type Command } from "../harness/standalone.ts";
import { openBrowser } from "./browser.ts";

const STEP_LIMIT_MS = 30_000;
const START_LIMIT_MS = 120_000;

/** The payment provider's hosted pages, as the standalone cloud's emulator has them. */
const PAYMENT_PAGE = /^http:\/\/127\.0\.0\.1:\d+\/(c\/pay|p\/session)\//;

export interface ConsoleWorld {
  url: string;
  cloud: Command;
  /** A person's browser: cookies and preferences of its own. */
  person(options?: BrowserContextOptions): Promise<{ page: Page; context: BrowserContext }>;
  /** What went wrong on any page so far; must stay empty. */
  complaints: string[];
  stop(): Promise<void>;
}

/** `flags` are those of `npm start`. */
export async function startConsoleWorld(flags: string[] = []): Promise<ConsoleWorld> {
  const cloud = runStandalone("main", flags);
  let browser: Browser | undefined;
  try {
    browser = await openBrowser();
    await cloud.says("Ctrl-C stops everything", START_LIMIT_MS);
  } catch (error) {
    await browser?.close();
    await cloud.stop();
    throw error;
  }
  const opened = browser;
  const url = apiAddressOf(cloud);
  const complaints: string[] = [];
  return {
    url,
    cloud,
    complaints,
    person: async (options = {}) => {
      const context = await opened.newContext({ baseURL: url, reducedMotion: "reduce", ...options });
      context.setDefaultTimeout(STEP_LIMIT_MS);
      await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: url });
      const page = await context.newPage();
      watch(page, url, complaints);
      return { page, context };
    },
    stop: async () => {
      await opened.close();
      await cloud.stop();
    },
  };
}

function watch(page: Page, url: string, complaints: string[]): void {
  page.on("pageerror", (error) => complaints.push(`error on ${page.url()}: ${error.message}`));
  page.on("console", (message) => {
    // Answers that are no 2xx are logged by the browser itself; the tests look at what the pages make of them.
    if (message.type() !== "error" || message.text().startsWith("Failed to load resource")) return;
    complaints.push(`console on ${page.url()}: ${message.text()}`);
  });
  page.on("request", (request) => {
    const isOwn = request.url().startsWith(url) || request.url().startsWith("blob:");
    // The one place that a person is sent to: the page itself goes there, nothing of it is fetched.
    const isPayment = request.isNavigationRequest() && PAYMENT_PAGE.test(request.url());
    if (!isOwn && !isPayment) complaints.push(`request to ${request.url()}`);
  });
}
