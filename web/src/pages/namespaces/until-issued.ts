// Waits until a certificate has been signed.
import { client } from "#api/client";

const POLL_MS = 400;
const POLLS_MAX = 75;

/** The certificate and its chain as PEM. Errors: a plain Error when signing failed or takes too long. */
export async function untilIssued(certificateId: string): Promise<string> {
  for (let poll = 0; poll < POLLS_MAX; poll += 1) {
    const { data } = await client.GET("/api/v1/certificates/{certificate_id}", {
      params: { path: { certificate_id: certificateId } },
    });
    const { state, chainPem } = data?.certificate ?? {};
    if (state === "FAILED") throw new Error("The certificate could not be signed.");
    if (chainPem !== undefined && chainPem !== "") return chainPem;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error(
    "Signing takes longer than it should. The certificate appears in the list when it is there.",
  );
}
