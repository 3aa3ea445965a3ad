// Of the environment, only what the installation sells reaches the cloud's processes.
import { expect, test } from "vitest";
import { passedSettings } from "./passed-settings.ts";

test("what is named is passed on as it is, and nothing else", () => {
  const environment = {
    CELLPLANE_TRIAL_CREDIT_CENTS: "50000",
    CELLPLANE_OFFERED_PRICE_BOOKS: "",
    CELLPLANE_DATABASE_URL: "postgres://elsewhere",
    HOME: "/root",
  };
  expect(passedSettings(environment)).toEqual({
    CELLPLANE_TRIAL_CREDIT_CENTS: "50000",
    CELLPLANE_OFFERED_PRICE_BOOKS: "",
  });
});
