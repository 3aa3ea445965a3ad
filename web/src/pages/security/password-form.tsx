// Changes one's own password.
import { useState, type ReactNode } from "react";
import { api } from "#api/client";
import { keepCsrfToken } from "#api/csrf-token";
import { isAboutField, messageAbout } from "#api/problem";
import { useSaved } from "#app/use-saved";
import { Button } from "#components/button";
import { TextField } from "#components/field";
import { FormLayout } from "#components/form-layout";

export function PasswordForm(): ReactNode {
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const saved = useSaved("/api/v1/sessions");
  const change = api.useMutation("post", "/api/v1/password", {
    onSuccess: (answer) => {
      keepCsrfToken(answer.csrfToken);
      setCurrent("");
      setNext("");
      return saved("Password changed")();
    },
  });
  const error = change.error as unknown;
  return (
    <FormLayout
      onSubmit={() => change.mutate({ body: { currentPassword: current, newPassword: next } })}
      error={isAboutField(error) ? undefined : error}
      errorTitle="The password was not changed"
      buttons={
        <Button type="submit" isBusy={change.isPending}>
          Change password
        </Button>
      }
    >
      <TextField
        label="Current password"
        type="password"
        autoComplete="current-password"
        value={current}
        onChange={setCurrent}
        error={messageAbout(error, "current_password")}
      />
      <TextField
        label="New password"
        type="password"
        autoComplete="new-password"
        hint="8 to 128 characters."
        value={next}
        onChange={setNext}
        error={
          isAboutField(error) && messageAbout(error, "current_password") === undefined
            ? error.message
            : undefined
        }
      />
    </FormLayout>
  );
}
