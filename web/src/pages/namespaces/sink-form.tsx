// A new export sink to a bucket of Amazon S3 or what speaks its protocol.
import { useQueryClient } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { api } from "#api/client";
import { isAboutField, messageAbout } from "#api/problem";
import { say } from "#app/toasts";
import { Button } from "#components/button";
import { TextField } from "#components/field";
import { FormLayout } from "#components/form-layout";
import { ShowAs } from "#components/show-as";
import { terraformOf } from "#format/show-as";

const EMPTY = { name: "", bucketName: "", region: "us-east-1", awsAccountId: "", roleName: "" };
const FIELDS = [
  ["bucketName", "Bucket", "acme-histories"],
  ["region", "Region of the bucket", "us-east-1"],
  ["awsAccountId", "AWS account", "123456789012"],
  ["roleName", "Role that may write", "cellplane-export"],
] as const;

export function SinkForm({ namespace }: { namespace: string }): ReactNode {
  const [form, setForm] = useState(EMPTY);
  const queryClient = useQueryClient();
  const { name, ...s3 } = form;
  const body = { spec: { name: name.trim(), enabled: true, s3 } };
  const create = api.useMutation("post", "/cloud/namespaces/{namespace}/export-sinks", {
    onSuccess: async () => {
      say("Sink added");
      setForm(EMPTY);
      await queryClient.invalidateQueries({
        queryKey: ["get", "/cloud/namespaces/{namespace}/export-sinks"],
      });
    },
  });
  return (
    <>
      <FormLayout
        onSubmit={() => create.mutate({ params: { path: { namespace } }, body })}
        error={isAboutField(create.error) ? undefined : create.error}
        errorTitle="The sink was not added"
        buttons={
          <Button kind="primary" type="submit" isBusy={create.isPending}>
            Add sink
          </Button>
        }
      >
        <TextField
          label="Name"
          value={name}
          onChange={(value) => setForm({ ...form, name: value })}
          error={messageAbout(create.error, "spec.name")}
          isMono
        />
        {FIELDS.map(([field, label, placeholder]) => (
          <TextField
            key={field}
            label={label}
            value={form[field]}
            onChange={(value) => setForm({ ...form, [field]: value })}
            error={messageAbout(create.error, `spec.s3.${field}`)}
            placeholder={placeholder}
            isMono
          />
        ))}
      </FormLayout>
      <ShowAs
        rest={{ method: "POST", path: `/cloud/namespaces/${namespace}/export-sinks`, body }}
        terraform={sinkTerraform(namespace, name, s3)}
      />
    </>
  );
}

function sinkTerraform(namespace: string, name: string, s3: Omit<typeof EMPTY, "name">): string {
  const { bucketName, region, awsAccountId, roleName } = s3;
  return terraformOf("temporalcloud_namespace_export_sink", name, {
    namespace,
    spec: {
      name,
      enabled: true,
      s3: { bucket_name: bucketName, region, aws_account_id: awsAccountId, role_name: roleName },
    },
  });
}
