// The door of credits and commitments.
export { adjustCredit, grantCredit, voidCredit, type CreditToGrant } from "./grant-credit.ts";
export { makeCommitment, type Commitment, type CommitmentToMake } from "./make-commitment.ts";
export { listGrants, lockGrants, useCredits, type CreditGrant } from "./credits-store.ts";
export { listGrantsToMirror, recordMirrored, type GrantToMirror } from "./mirrored-store.ts";
export { grantTrial } from "./grant-trial.ts";
export { dueNotices, type CreditNotice } from "./due-notices.ts";
export { listGrantsToTell, type GrantToTell } from "./noticed-store.ts";
