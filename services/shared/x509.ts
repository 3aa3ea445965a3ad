// The one import of @peculiar/x509: it needs the Reflect metadata polyfill loaded first and Node's WebCrypto set.
import "reflect-metadata";
import { webcrypto } from "node:crypto";
import * as x509 from "@peculiar/x509";

x509.cryptoProvider.set(webcrypto);

export { x509 };
