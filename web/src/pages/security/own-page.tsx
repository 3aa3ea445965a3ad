// One's own way in: password, second factor, and where one is signed in.
import type { ReactNode } from "react";
import { Section } from "#components/section";
import { OwnSessions } from "./own-sessions.tsx";
import { Passkeys } from "./passkeys.tsx";
import { PasswordForm } from "./password-form.tsx";
import { SecondFactor } from "./second-factor.tsx";

export function OwnSecurityPage(): ReactNode {
  return (
    <>
      <Passkeys />
      <Section title="Second factor" text="A code of an authenticator app beside the password.">
        <SecondFactor />
      </Section>
      <Section title="Password" text="A new one ends all your other sessions.">
        <PasswordForm />
      </Section>
      <OwnSessions />
    </>
  );
}
