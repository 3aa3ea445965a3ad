// Which test shows each row of the security checklist: the rows of OWASP ASVS 5.0 and of the API Security Top 10 that
// touch what there is, by our own numbers. Data, nothing else; security.test.ts holds it to what is there.

export interface SecurityRow {
  /** What must be so. */
  rule: string;
  /** [file, the name of a test or of a group of tests in it; empty for the whole file] */
  shownBy: readonly (readonly [file: string, name: string])[];
}

export const SECURITY_ROWS: Readonly<Record<string, SecurityRow>> = {
  M1: {
    rule: "CA bundles are X.509v3 authorities of good algorithms, few, small and of unique names",
    shownBy: [["services/domain/namespaces/ca-bundle.test.ts", ""]],
  },
  M2: {
    rule: "chains are verified: signatures, dates, constraints, usages, unknown critical extensions",
    shownBy: [
      ["test/gateway/chains.test.ts", "M2: each chain gets its verdict, and a refused one its reason"],
      [
        "test/gateway/chains.peers.test.ts",
        "OpenSSL agrees on every chain where we are not stricter on purpose",
      ],
    ],
  },
  M3: {
    rule: "a public authority is taken only together with filters",
    shownBy: [["services/domain/namespaces/parse-spec.test.ts", ""]],
  },
  M4: {
    rule: "certificate filters match as they say and in no other way",
    shownBy: [
      ["test/gateway/mtls.test.ts", "M4: certificate filters"],
      ["services/gateway/identity/certificate-filter.test.ts", ""],
    ],
  },
  M5: {
    rule: "TLS sessions are never resumed",
    shownBy: [
      ["test/gateway/mtls.test.ts", "sessions are never resumed"],
      ["test/gateway/mtls.test.ts", "the handshake is a full one every time"],
    ],
  },
  M6: {
    rule: "a certificate serves its own namespaces only, whichever way it names them",
    shownBy: [
      ["test/gateway/mtls.test.ts", "M6: a certificate serves its own namespaces only"],
      ["test/gateway/mtls.test.ts", "a request that names two namespaces is refused, whichever comes first"],
    ],
  },
  M7: {
    rule: "a revoked certificate opens nothing within ten seconds, and its open streams end",
    shownBy: [
      [
        "test/gateway/mtls.test.ts",
        "M7: a certificate revoked while a long poll hangs ends the poll, and nothing more is accepted",
      ],
      [
        "test/journeys/tenants.test.ts",
        "a revoked certificate ends its open polls and opens nothing any more",
      ],
    ],
  },
  M8: {
    rule: "a certificate or authority that expires ends what runs with it, after notices",
    shownBy: [
      ["test/gateway/mtls.test.ts", "M8: a certificate that expires during a call ends it"],
      [
        "test/gateway/mtls.test.ts",
        "M8: an authority that has expired lets in nobody, whatever its leaf says",
      ],
      [
        "test/domain/certificates.test.ts",
        "of a client certificate go out 15, 10 and 5 days before its end, once each",
      ],
    ],
  },
  M9: { rule: "TLS 1.2 at least", shownBy: [["test/api/hostile.test.ts", "TLS older than 1.2 is refused"]] },
  M10: {
    rule: "identity headers of clients do not reach the cell",
    shownBy: [
      [
        "test/gateway/mtls.test.ts",
        "M10: credentials and identity headers of the client do not reach the cell",
      ],
    ],
  },
  M11: {
    rule: "certificates are issued from requests that prove their key, without what they were not to have",
    shownBy: [
      ["services/domain/certificates/issue.test.ts", ""],
      [
        "test/domain/namespaces.test.ts",
        "is refused for a foreign namespace, a bad request and a lifetime over the cap",
      ],
    ],
  },
  M12: {
    rule: "a cell answers nobody without the installation's token",
    shownBy: [
      [
        "test/gateway/http-api.test.ts",
        "G5: the cell sees the installation's token, and neither the client's nor what it claims to be",
      ],
      ["test/api/real-api.test.ts", "is for the gateways only"],
    ],
  },
  K1: {
    rule: "a token that is wrong in any way is refused",
    shownBy: [
      ["test/gateway/api-key.test.ts", "K1: a token that is wrong in any way is refused"],
      ["services/domain/api-keys/api-key-token.test.ts", ""],
    ],
  },
  K2: {
    rule: "a key's secret is shown once and stored nowhere",
    shownBy: [
      ["test/domain/api-keys.test.ts", "is stored nowhere in clear"],
      [
        "test/domain/api-key-rotation.test.ts",
        "P3: happens once for one operation id, and a repeat shows no token",
      ],
    ],
  },
  K3: {
    rule: "keys end, are few, can be disabled and rotated, and go with their owner",
    shownBy: [
      ["test/domain/api-keys.test.ts", "K3: 30 at once for a user never exceed the cap of 10"],
      [
        "test/domain/api-keys.test.ts",
        "needs an end within two years, and changes only with the version that was read",
      ],
      ["test/gateway/api-key.test.ts", "K3, K4: rights that are taken away are gone at once"],
    ],
  },
  K4: {
    rule: "a revoked key opens nothing within ten seconds, and its open polls end",
    shownBy: [
      ["test/gateway/api-key.test.ts", "K3, K4: rights that are taken away are gone at once"],
      ["test/journeys/tenants.test.ts", "a disabled API key ends its open polls and opens nothing any more"],
    ],
  },
  K6: {
    rule: "the key that signs changes with an overlap, and the old one is refused after it",
    shownBy: [["test/domain/certificates.test.ts", "K6: the key that signs API keys"]],
  },
  K8: {
    rule: "late use of a key is audited and told to its owner",
    shownBy: [
      [
        "test/domain/api-keys.test.ts",
        "T2: is refused at once when it is disabled, deleted or expired, and its late use is audited",
      ],
      ["test/domain/sign-in-guard.test.ts", "K8: of a dead key that is still used, once a week"],
    ],
  },
  I1: {
    rule: "passwords are long enough, not known ones, and stored by a slow hash",
    shownBy: [
      ["test/domain/accounts.test.ts", "keeps neither password nor token in clear"],
      ["test/domain/passwords.test.ts", "is refused when it is weak, and the link stays good"],
    ],
  },
  I2: {
    rule: "known and unknown people get the same answer",
    shownBy: [
      [
        "test/domain/passwords.test.ts",
        "I2: of an unknown address leaves the same rows behind as of a known one, and a mail without a link",
      ],
      ["test/domain/accounts.test.ts", "answer an unknown address and a wrong password with the same words"],
    ],
  },
  I3: {
    rule: "an address is confirmed once, by a token that is short-lived and stored as a hash",
    shownBy: [
      ["test/domain/accounts.test.ts", "refuses a token that was used, is unknown or is older than 24 hours"],
      ["test/domain/accounts.test.ts", "lets only one of two confirmations at once through"],
      ["test/domain/accounts.test.ts", "mails at most five links an hour to one address"],
    ],
  },
  I4: {
    rule: "a stranger's sign-up is never lent to whoever owns the address",
    shownBy: [
      [
        "test/domain/accounts.test.ts",
        "never lends a stranger's password to the account of whoever confirms their own sign-up",
      ],
      [
        "test/api/single-sign-on.test.ts",
        "a user of another account stays one: the same address there is not let in here",
      ],
      ["test/api/single-sign-on.test.ts", "who was invited comes in as that user, once per person there"],
    ],
  },
  I5: {
    rule: "single sign-on: PKCE, state, nonce, issuer, audience and signature, and exact redirects",
    shownBy: [
      ["test/api/single-sign-on.test.ts", "with a provider that lies"],
      [
        "test/api/single-sign-on.test.ts",
        "a callback is good once, in the browser that began, and within its time",
      ],
      ["test/api/single-sign-on.test.ts", "nobody is led to another site"],
    ],
  },
  I7: {
    rule: "a SCIM token reaches its account and no further than who made it; filters and paths have limits",
    shownBy: [
      ["test/api/scim.test.ts", "T1: a token"],
      ["services/domain/scim/scim.test.ts", "that is none is refused"],
      ["services/domain/scim/scim.test.ts", "is refused with %s"],
    ],
  },
  I8: {
    rule: "an LDAP directory is asked over verified TLS, as somebody, with what comes from outside escaped",
    shownBy: [
      ["test/api/provisioning-gate.test.ts", "nobody passes"],
      ["test/api/provisioning-gate.test.ts", "by an address that is a filter: it is escaped"],
    ],
  },
  I9: {
    rule: "sessions end by time, by hand and with every change of credentials",
    shownBy: [
      [
        "test/domain/accounts.test.ts",
        "end when they are not used for 8 hours, and after 7 days in any case",
      ],
      [
        "test/domain/passwords.test.ts",
        "I9: one's own sessions are listed and ended, one or all others, and nobody else's",
      ],
      [
        "test/api/identity.test.ts",
        "a new password comes with a new cookie, and the old one is worth nothing",
      ],
    ],
  },
  I10: {
    rule: "the cookie is for us alone",
    shownBy: [
      [
        "test/api/http.test.ts",
        "signing in sets a cookie that scripts cannot read; over TLS with the __Host- prefix",
      ],
    ],
  },
  I11: {
    rule: "no other site makes a browser act",
    shownBy: [
      ["test/api/http.test.ts", "sessions and foreign sites"],
      ["test/api/audit-coverage.test.ts", "a change without the page's token is refused and recorded"],
      [
        "test/api/real-api.test.ts",
        "the confirmation form works in a browser, which tells its origin, and from no other site",
      ],
    ],
  },
  I12: {
    rule: "a second factor is asked for, each code once",
    shownBy: [
      [
        "test/domain/second-factors.test.ts",
        "is asked for once it is confirmed, and each of its codes works once",
      ],
      [
        "test/domain/second-factors.test.ts",
        "T3: leaves neither secret nor codes in clear, and nothing when its user goes",
      ],
    ],
  },
  I13: {
    rule: "nobody invites into more than they have",
    shownBy: [
      ["test/domain/users.test.ts", "I13: leaves the roles owner and finance admin to owners"],
      ["test/domain/users.test.ts", "is accepted by one of four at once"],
    ],
  },
  I14: {
    rule: "guessing is slow for the guesser and never shuts out the owner",
    shownBy: [
      ["test/domain/sign-in-guard.test.ts", "I14: guesses from everywhere at one person"],
      [
        "test/domain/accounts.test.ts",
        "stop one network after ten failures without locking the owner out elsewhere",
      ],
    ],
  },
  T1: {
    rule: "every operation has an allow, a deny and a cross-tenant case on each transport",
    shownBy: [
      [
        "test/api/role-walk.test.ts",
        "T1: every operation was allowed, denied and kept from another account, on gRPC and on HTTP",
      ],
    ],
  },
  T2: {
    rule: "roles are what their table says",
    shownBy: [
      [
        "test/api/role-walk.test.ts",
        "is what the table says, for every operation and every role, on gRPC and on HTTP",
      ],
      ["services/domain/roles/is-allowed.test.ts", ""],
    ],
  },
  T3: {
    rule: "a foreign id is an unknown one",
    shownBy: [
      [
        "test/api/real-api.test.ts",
        "an owner sees nothing of another account: every address with foreign ids is as if it were unknown",
      ],
    ],
  },
  T4: {
    rule: "what a request must not say is refused or changes nothing",
    shownBy: [
      [
        "test/api/mass-assignment.test.ts",
        "T4: fields that no message has are refused by name, and nothing is made of them",
      ],
    ],
  },
  T5: {
    rule: "PostgreSQL itself hides every other account's rows",
    shownBy: [
      [
        "test/domain/row-level-security.test.ts",
        "shows nothing of another account in any table, and changes nothing there",
      ],
      [
        "test/domain/row-level-security.test.ts",
        "leaves the connection as it was, after success, failure and abort",
      ],
    ],
  },
  T6: {
    rule: "a cell keeps namespaces apart, also with equal names for everything",
    shownBy: [
      [
        "test/journeys/tenants.test.ts",
        "each tenant's order is its own run, and its signals, tasks and lists stay with it",
      ],
      ["test/cell/tenants.test.ts", ""],
    ],
  },
  T7: {
    rule: "answers tell nothing of another account",
    shownBy: [
      [
        "test/api/role-walk.test.ts",
        "ends at its account: an owner of another one is told nothing and changes nothing",
      ],
    ],
  },
  T8: {
    rule: "rights that are taken away are gone at once, also from open calls",
    shownBy: [
      [
        "test/domain/users.test.ts",
        "T2: ends sessions and keys at once, here and in the gateways' directory, and frees the address",
      ],
      ["test/gateway/api-key.test.ts", "K3, K4: rights that are taken away are gone at once"],
    ],
  },
  T9: {
    rule: "of many changes at once one wins the version",
    shownBy: [["test/domain/users.test.ts", "one of 20 at once wins the version"]],
  },
  T10: {
    rule: "operators are somebody else than customers",
    shownBy: [
      ["test/api/real-api.test.ts", "cells are the operators' business"],
      [
        "test/api/role-walk.test.ts",
        "is what the table says, for every operation and every role, on gRPC and on HTTP",
      ],
    ],
  },
  T11: {
    rule: "approvals are of other people, for exactly one request, and once",
    shownBy: [
      ["test/journeys/teams.test.ts", "a workflow is terminated only when another person agreed, and once"],
      [
        "test/domain/consensus.test.ts",
        "P1: what nobody decides in its time expires, and its operation fails with that reason",
      ],
    ],
  },
  T12: {
    rule: "what an account may do in each of its states",
    shownBy: [
      ["services/domain/roles/is-allowed.test.ts", ""],
      [
        "test/domain/provision-account.test.ts",
        "P2: a failed provisioning leaves the account unusable, its owner able to read why, and cannot come back",
      ],
    ],
  },
  D1: {
    rule: "secrets are sealed for their place, and open nowhere else",
    shownBy: [
      ["services/shared/envelope.test.ts", ""],
      ["test/domain/namespaces.test.ts", "T3: no private key of an authority is stored in clear"],
    ],
  },
  D2: {
    rule: "the trail cannot be changed unnoticed",
    shownBy: [
      ["test/domain/audit.test.ts", "refuses UPDATE, DELETE and TRUNCATE"],
      [
        "test/domain/audit.test.ts",
        "names the first record that somebody with all rights changed or removed",
      ],
      [
        "test/cli/audit-verify.test.ts",
        "the first broken record of each account is named, and it ends with 1",
      ],
    ],
  },
  D3: {
    rule: "every change and every denial is in the trail once",
    shownBy: [
      ["test/api/audit-coverage.test.ts", "the chains of both are sound afterwards"],
      [
        "test/domain/audit.test.ts",
        "records a refused mutation once, with its reason and without its change",
      ],
    ],
  },
  D5: {
    rule: "errors tell nothing of the inside",
    shownBy: [
      ["test/api/http.test.ts", "errors have one form and tell nothing of the inside"],
      ["test/wire/unary.test.ts", "a bug tells the caller nothing"],
      ["test/api/bad-input-walk.test.ts", "%s says what is wrong and changes nothing"],
    ],
  },
  D6: {
    rule: "a database that goes away ends no process",
    shownBy: [
      [
        "test/domain/database-away.test.ts",
        "a database that %s is told as UNAVAILABLE, and is there again afterwards",
      ],
    ],
  },
  L1: {
    rule: "budgets of callers, namespaces and addresses hold and say when to come back",
    shownBy: [
      [
        "test/gateway/edge.test.ts",
        "more requests than the namespace's rate are refused with a hint, its neighbours are not",
      ],
      [
        "test/api/http.test.ts",
        "a principal over its budget is told so in Temporal Cloud's words, and others are not affected",
      ],
    ],
  },
  L2: {
    rule: "slow, endless and reset streams end",
    shownBy: [
      ["test/wire/floods.test.ts", "rapid reset ends the connection"],
      ["test/api/hostile.test.ts", "headers that never end are cut after ten seconds or so"],
    ],
  },
  L3: {
    rule: "HTTP/1.1 requests cannot be read in two ways",
    shownBy: [
      ["test/api/hostile.test.ts", "HTTP/1.1"],
      ["test/api/hostile.test.ts", "two requests in one packet get two answers, in order"],
    ],
  },
  L4: {
    rule: "JSON that means harm is refused",
    shownBy: [
      [
        "test/journeys/bad-input.test.ts",
        "nothing of it is half made: what the account holds is what it made itself, and refusals are in its audit log",
      ],
      ["test/api/bad-input-walk.test.ts", "%s says what is wrong and changes nothing"],
    ],
  },
  L5: {
    rule: "our own calls go to no inner address",
    shownBy: [["services/shared/outbound-http.test.ts", ""]],
  },
  L6: {
    rule: "Stripe's webhooks are Stripe's, and count once",
    shownBy: [["test/api/real-api.test.ts", "takes an event once"]],
  },
  L7: {
    rule: "our webhooks are signed, and their secrets change with an overlap",
    shownBy: [
      [
        "test/domain/audit-sinks.test.ts",
        "signs with the old secret too for a day after a change, and not longer",
      ],
    ],
  },
  L8: {
    rule: "mails and accounts cannot be had without end",
    shownBy: [
      [
        "test/domain/passwords.test.ts",
        "is mailed five times an hour to one address, silently, and asked for 60 times from one network",
      ],
      ["test/domain/users.test.ts", "is mailed to one address five times an hour at most"],
    ],
  },
  L9: {
    rule: "what is served is what is described",
    shownBy: [
      ["test/api/table.test.ts", "describes every route and no other"],
      [
        "test/api/http.test.ts",
        "405 names what is allowed, 401 how to authenticate, and a retry hint is a header too",
      ],
    ],
  },
  L11: {
    rule: "gRPC's own corners: lengths, deadlines, compression, cancelled streams",
    shownBy: [
      ["test/api/grpc.test.ts", "a cancelled call frees its stream and aborts its operation"],
      ["test/wire/unary.test.ts", "a 5 MB message is refused before it has been read"],
    ],
  },
  C3: {
    rule: "a text from a link is shown as text",
    shownBy: [["test/api/real-api.test.ts", "a token from a link is shown as text, never as markup"]],
  },
  C4: {
    rule: "the browser keeps preferences only",
    shownBy: [
      ["test/tidy/web.test.ts", "only preferences are kept in the browser, and no markup is made from text"],
    ],
  },
  C6: {
    rule: "no other origin reads our answers",
    shownBy: [["test/api/http.test.ts", "no origin is ever allowed to read across sites"]],
  },
  B5: {
    rule: "an installation's secrets are its own, and only its owner reads them",
    shownBy: [
      [
        "services/standalone/secrets.test.ts",
        "B5: are random in each installation, the same at its next start, and readable by their owner alone",
      ],
    ],
  },
};
