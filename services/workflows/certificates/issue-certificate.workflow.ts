// Issues a client certificate: signing and ending the operation are one transaction.
import { proxyActivities } from "@temporalio/workflow";
import { forwardOptions, undoOptions } from "../activity-options.ts";
import { runSaga } from "../saga.ts";
import type { CertificateActivities, CertificateInput } from "./certificate.activities.ts";

const forward = proxyActivities<CertificateActivities>(forwardOptions);
const back = proxyActivities<CertificateActivities>(undoOptions);

export async function issueCertificate(input: CertificateInput): Promise<void> {
  await runSaga({
    steps: [{ run: () => forward.signCertificate(input) }],
    fail: (reason) => back.abandonCertificate({ ...input, reason }),
  });
}
