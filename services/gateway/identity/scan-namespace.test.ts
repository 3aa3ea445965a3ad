// The scan of a request's namespace against the real decoder.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codecOf } from "#contracts";
import { scanString } from "./scan-namespace.ts";

const request = codecOf<object>("temporal.api.workflowservice.v1.StartWorkflowExecutionRequest");
const completion = codecOf<object>("temporal.api.workflowservice.v1.RespondWorkflowTaskCompletedRequest");

describe("the scan of a string field", () => {
  test("it finds the field wherever it stands", () => {
    const message = request.encode({
      namespace: "orders.a",
      workflowId: "w",
      input: { payloads: [{ data: Buffer.alloc(9) }] },
    });
    expect(scanString(message, 1)).toBe("orders.a");
    const late = completion.encode({ taskToken: Buffer.alloc(99), identity: "me", namespace: "orders.b" });
    expect(scanString(late, 9)).toBe("orders.b");
  });

  test("an absent field is empty", () => {
    expect(scanString(new Uint8Array(), 1)).toBe("");
    expect(scanString(request.encode({ workflowId: "w" }), 1)).toBe("");
  });

  test("the same value twice is one value, two values are refused", () => {
    const [one, two] = ["a", "b"].map((namespace) => request.encode({ namespace }));
    expect(scanString(Buffer.concat([one ?? [], one ?? []] as Uint8Array[]), 1)).toBe("a");
    expect(() => scanString(Buffer.concat([one ?? [], two ?? []] as Uint8Array[]), 1)).toThrow(
      /more than one/,
    );
  });

  test("a tag of more than 32 bits, which some decoders cut, is refused", () => {
    const value = Buffer.concat([Buffer.from([8]), Buffer.from("orders.b")]);
    const hidden = Buffer.concat([Buffer.from("8a80808010", "hex"), value]);
    expect(() => scanString(hidden, 1)).toThrow(/not a valid message/);
    const overlong = Buffer.concat([Buffer.from("8a00", "hex"), value]);
    expect(scanString(overlong, 1)).toBe("orders.b");
  });

  test("whatever decodes is scanned to the decoder's value or refused, and nothing else passes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (octets) => {
        let scanned: string;
        try {
          scanned = scanString(octets, 1);
        } catch (error) {
          expect(error).toMatchObject({ code: "INVALID_ARGUMENT" });
          return;
        }
        let decoded: { namespace?: string };
        try {
          decoded = request.decode(octets) as { namespace?: string };
        } catch {
          // Broken inside of a nested message: the cell will refuse it.
          return;
        }
        expect(scanned).toBe(decoded.namespace ?? "");
      }),
      { numRuns: 5000 },
    );
  });

  test("two encodings joined at random places are read as the decoder reads them", () => {
    const name = fc.constantFrom("orders.a", "orders.b", "");
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.string()), { minLength: 1, maxLength: 4 }), (parts) => {
        const joined = Buffer.concat(
          parts.map(([namespace, workflowId]) => request.encode({ namespace, workflowId })),
        );
        const decoded = request.decode(joined) as { namespace?: string };
        try {
          expect(scanString(joined, 1)).toBe(decoded.namespace ?? "");
        } catch (error) {
          expect(new Set(parts.map(([namespace]) => namespace)).size).toBeGreaterThan(1);
          expect(error).toMatchObject({ code: "INVALID_ARGUMENT" });
        }
      }),
      { numRuns: 500 },
    );
  });
});
