// Revokes a client certificate: the edge learns of it with the directory's next version.
import { proxyActivities } from "@temporalio/workflow";
import { forwardOptions, undoOptions } from "../activity-options.ts";
import { runSaga } from "../saga.ts";
import type { CertificateActivities, CertificateInput } from "./certificate.activities.ts";

const forward = proxyActivities<CertificateActivities>(forwardOptions);
const back = proxyActivities<CertificateActivities>(undoOptions);

export async function revokeCertificate(input: CertificateInput): Promise<void> {
  await runSaga({
    steps: [{ run: () => forward.publishRevocation(input) }],
    fail: (reason) => back.keepCertificate({ ...input, reason }),
  });
}
