// What the browser does with passkeys: makes one, and answers a challenge with one. The person may refuse, which is no
// problem of the server's.
import { startAuthentication, startRegistration } from "@simplewebauthn/browser";
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/browser";

/** The browser's answer as JSON. Errors: those of the browser, with a sentence for the person as the message. */
export async function makePasskey(optionsJson: string): Promise<string> {
  const optionsJSON = JSON.parse(optionsJson) as PublicKeyCredentialCreationOptionsJSON;
  return JSON.stringify(await startRegistration({ optionsJSON }).catch(told("No passkey was made.")));
}

export async function answerWithPasskey(optionsJson: string): Promise<string> {
  const optionsJSON = JSON.parse(optionsJson) as PublicKeyCredentialRequestOptionsJSON;
  return JSON.stringify(await startAuthentication({ optionsJSON }).catch(told("No passkey was used.")));
}

/** Browsers say little about why, on purpose: a page must not learn which passkeys there are. */
function told(what: string): (error: unknown) => never {
  return (error) => {
    const name = error instanceof Error ? error.name : "";
    const why =
      name === "InvalidStateError"
        ? "This device has one of yours already."
        : "It was refused, or took too long. Try again.";
    throw new PasskeyRefused(`${what} ${why}`);
  };
}

/** Said to the person as it is. */
export class PasskeyRefused extends Error {}
