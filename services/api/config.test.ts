// A bad installation is refused at start, by the name of what is wrong in it.
import { expect, test } from "vitest";
import { readApiConfig } from "./config.ts";

const REGION = {
  id: "aws-us-east-1",
  provider: "aws",
  region: "us-east-1",
  location: "US East",
  grpcAddress: "localhost:7320",
};
const CELL = { id: "cell-a", region: "aws-us-east-1", driver: "embedded", address: "127.0.0.1:1" };

const read = (installation: object | string): unknown =>
  readApiConfig({
    CELLPLANE_DATABASE_URL: "postgres://localhost/a",
    CELLPLANE_USAGE_DATABASE_URL: "postgres://localhost/a",
    CELLPLANE_BILLING_DATABASE_URL: "postgres://localhost/a",
    CELLPLANE_LISTEN_ADDRESS: "127.0.0.1:0",
    CELLPLANE_PUBLIC_URL: "http://localhost",
    CELLPLANE_MASTER_KEY: "5".repeat(64),
    CELLPLANE_CONTROL_CELL_ADDRESS: "127.0.0.1:1",
    CELLPLANE_STRIPE_API_KEY: "sk_test_nobody",
    CELLPLANE_STRIPE_WEBHOOK_SECRET: "whsec_x",
    CELLPLANE_INSTALLATION: typeof installation === "string" ? installation : JSON.stringify(installation),
  }).installation;

test("a good one is read, limits included", () => {
  const installation = { regions: [REGION], cells: [CELL], quotas: { namespacesPerAccount: 500 } };
  expect(read(installation)).toMatchObject(installation);
});

test.each<[object | string, RegExp]>([
  ["{", /installation/],
  [{ moons: [] }, /moons/],
  [{ regions: [{ ...REGION, id: "US" }] }, /3 to 63[\s\S]*installation\.regions\[0\]\.id/],
  [{ regions: [{ ...REGION, provider: "ibm" }] }, /installation\.regions\[0\]\.provider/],
  [{ regions: [{ ...REGION, grpcAddress: "x" }] }, /host:port[\s\S]*installation\.regions\[0\]\.grpcAddress/],
  [{ regions: [REGION, REGION] }, /is twice[\s\S]*installation\.regions\[1\]\.id/],
  [{ cells: [CELL, CELL] }, /is twice[\s\S]*installation\.cells\[1\]\.id/],
  [{ cells: [{ ...CELL, driver: "steam" }] }, /installation\.cells\[0\]\.driver/],
  [{ quotas: { moons: 1 } }, /moons/],
  [{ quotas: { usersPerAccount: 0 } }, /installation\.quotas\.usersPerAccount/],
  [{ quotas: { tagsPerNamespace: 3 } }, /tagsPerNamespace/],
])("%o is refused", (installation, text) => {
  expect(() => read(installation)).toThrow(text);
});
