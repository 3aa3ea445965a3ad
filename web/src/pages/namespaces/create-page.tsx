// Creates a namespace: name, region, how clients sign in, retention. Then its page follows the provisioning.
import { useNavigate } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { api } from "#api/client";
import { isAboutField } from "#api/problem";
import { Button } from "#components/button";
import { ButtonLink } from "#components/button-link";
import { FormLayout } from "#components/form-layout";
import { Page } from "#components/page";
import { ShowAs } from "#components/show-as";
import { CreateFields } from "./create-fields.tsx";
import { createCommand, createTerraform, specOf, type NamespaceForm } from "./namespace-form.ts";

const EMPTY: NamespaceForm = { name: "", region: "", auth: "apiKey", retentionDays: "7" };

export function NamespaceCreatePage(): ReactNode {
  const navigate = useNavigate();
  const [typed, setForm] = useState(EMPTY);
  const { data } = api.useQuery("get", "/cloud/regions");
  const regions = data?.regions ?? [];
  const create = api.useMutation("post", "/cloud/namespaces", {
    onSuccess: ({ namespace = "" }) => void navigate({ to: "/namespaces/$namespace", params: { namespace } }),
  });
  const form = { ...typed, region: typed.region === "" ? (regions[0]?.id ?? "") : typed.region };
  const body = { spec: specOf(form) };
  return (
    <Page title="Create namespace" width="reading">
      <FormLayout
        onSubmit={() => create.mutate({ body })}
        error={isAboutField(create.error) ? undefined : create.error}
        errorTitle="The namespace was not created"
        buttons={
          <>
            <Button kind="primary" type="submit" isBusy={create.isPending}>
              Create namespace
            </Button>
            <ButtonLink kind="quiet" to="/namespaces">
              Cancel
            </ButtonLink>
          </>
        }
      >
        <CreateFields form={form} regions={regions} error={create.error} onChange={setForm} />
      </FormLayout>
      <ShowAs
        rest={{ method: "POST", path: "/cloud/namespaces", body }}
        cli={createCommand(form)}
        terraform={createTerraform(form)}
      />
    </Page>
  );
}
