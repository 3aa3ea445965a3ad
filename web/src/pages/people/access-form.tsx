// Changes what somebody may do, with what it would be by REST and Terraform. The parent gives it a `key` of the version.
import { useState, type ReactNode } from "react";
import { isAboutField } from "#api/problem";
import { Button } from "#components/button";
import { FormLayout } from "#components/form-layout";
import { ShowAs } from "#components/show-as";
import type { RestCall } from "#format/show-as";
import type { AccessDraft } from "./access-draft.ts";
import { AccessFields } from "./access-fields.tsx";

interface Props {
  start: AccessDraft;
  isBusy: boolean;
  error: unknown;
  onSave: (draft: AccessDraft) => void;
  rest: (draft: AccessDraft) => RestCall;
  terraform?: (draft: AccessDraft) => string;
}

export function AccessForm({ start, isBusy, error, onSave, rest, terraform }: Props): ReactNode {
  const [draft, setDraft] = useState(start);
  return (
    <>
      <FormLayout
        onSubmit={() => onSave(draft)}
        error={isAboutField(error) ? undefined : error}
        errorTitle="The access was not changed"
        buttons={
          <Button kind="primary" type="submit" isBusy={isBusy}>
            Save access
          </Button>
        }
      >
        <AccessFields
          draft={draft}
          onChange={setDraft}
          error={isAboutField(error) ? error.message : undefined}
        />
      </FormLayout>
      <ShowAs rest={rest(draft)} {...(terraform === undefined ? {} : { terraform: terraform(draft) })} />
    </>
  );
}
