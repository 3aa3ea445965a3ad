// The door of the operator area, and what is around its pages while one is in it.
import { Outlet } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { api } from "#api/client";
import { isAboutField, Problem } from "#api/problem";
import { useSaved } from "#app/use-saved";
import { Badge } from "#components/badge";
import { Button } from "#components/button";
import { EmptyState } from "#components/empty-state";
import { TextField } from "#components/field";
import { FormLayout } from "#components/form-layout";
import { LinkTab, LinkTabs } from "#components/link-tabs";
import { Page } from "#components/page";
import { ProblemNote } from "#components/problem-note";
import { Section } from "#components/section";
import { Timestamp } from "#components/timestamp";

const REFETCH_MS = 30_000;

export function OperatorLayout(): ReactNode {
  const { data, error } = api.useQuery("get", "/api/v1/operator-access", {}, { refetchInterval: REFETCH_MS });
  const saved = useSaved("/api/v1/operator-access");
  const leave = api.useMutation("delete", "/api/v1/operator-access", {
    onSuccess: saved("You left the operator area"),
  });
  if (error !== null) return <ProblemNote title="The operator area cannot be opened" error={error} />;
  if (data === undefined) return null;
  if (data.eligible !== true) return <NotForYou />;
  if (data.untilTime === undefined) return <Door />;
  return (
    <Page
      title="Operator area"
      mark={
        <Badge tone="warning">
          ends&nbsp;
          <Timestamp at={data.untilTime} />
        </Badge>
      }
      actions={
        <Button onClick={() => leave.mutate({})} isBusy={leave.isPending}>
          Leave
        </Button>
      }
      tabs={
        <LinkTabs label="Operator area">
          <LinkTab to="/operator" activeOptions={{ exact: true }}>
            Installation
          </LinkTab>
          <LinkTab to="/operator/cells">Cells</LinkTab>
          <LinkTab to="/operator/work">Work</LinkTab>
          <LinkTab to="/operator/regions">Regions</LinkTab>
          <LinkTab to="/operator/limits">Limits</LinkTab>
        </LinkTabs>
      }
    >
      <Outlet />
    </Page>
  );
}

function NotForYou(): ReactNode {
  return (
    <Page title="Operator area">
      <EmptyState
        title="You are not an operator of this installation"
        text="Whoever runs it names its operators when it is started."
        command="npm start -- --operator you@example.com"
      />
    </Page>
  );
}

function Door(): ReactNode {
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const saved = useSaved("/api/v1/operator-access");
  const enter = api.useMutation("post", "/api/v1/operator-access", {
    onSuccess: saved("You are in the operator area for half an hour"),
  });
  const error = enter.error as unknown;
  const asksCode = error instanceof Problem && error.field === "code";
  return (
    <Page title="Operator area">
      <Section title="Enter" text="Show who you are once more. It ends by itself after half an hour.">
        <FormLayout
          onSubmit={() => enter.mutate({ body: { currentPassword: password, code } })}
          error={isAboutField(error) ? undefined : error}
          errorTitle="You are not in"
          buttons={
            <Button kind="primary" type="submit" isBusy={enter.isPending}>
              Enter operator area
            </Button>
          }
        >
          <TextField
            label="Password"
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={setPassword}
            error={isAboutField(error) && !asksCode ? error.message : undefined}
            autoFocus
          />
          <TextField
            label="Code"
            hint="From your authenticator app, if you have a second factor."
            autoComplete="one-time-code"
            value={code}
            onChange={setCode}
            error={asksCode ? error.message : undefined}
            isOptional
            isMono
          />
        </FormLayout>
      </Section>
    </Page>
  );
}
