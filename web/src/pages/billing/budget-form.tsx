// The form of a budget. Addresses are one a line; thresholds are parts of the amount.
import { useState, type ReactNode } from "react";
import { api, type Schemas } from "#api/client";
import { messageAbout } from "#api/problem";
import { say } from "#app/toasts";
import { Button } from "#components/button";
import { TextField } from "#components/field";
import { FormLayout } from "#components/form-layout";
import { ShowAs } from "#components/show-as";
import { SwitchField } from "#components/switch-field";
import { TextAreaField } from "#components/text-area-field";
import { moneyOfCents, moneyOfMicros } from "#format/money";
import { budgetOf, fieldsOf, type BudgetFields } from "./budget-fields.ts";
import { useRefreshBilling } from "./use-billing.ts";

interface Props {
  budget: Schemas["cellplane.cloud.v1.Budget"];
  currency: string;
  forecastMicros: string;
}

interface PartProps {
  fields: BudgetFields;
  set: (part: Partial<BudgetFields>) => void;
}

export function BudgetForm({ budget, currency, forecastMicros }: Props): ReactNode {
  const [fields, setFields] = useState<BudgetFields>(() => fieldsOf(budget.spec, currency));
  const set = (part: Partial<BudgetFields>): void => setFields((before) => ({ ...before, ...part }));
  const { save, body, error, isPending } = useSave(fields, budget, currency);
  const amountCents = body.spec.amountCents;
  return (
    <>
      <FormLayout
        onSubmit={save}
        error={error}
        errorTitle="The budget was not saved"
        buttons={
          <Button type="submit" kind="primary" isBusy={isPending}>
            Save budget
          </Button>
        }
      >
        <TextField
          label="Amount of a month"
          name="amount"
          value={fields.amount}
          onChange={(amount) => set({ amount })}
          inputMode="decimal"
          suffix={currency.toUpperCase()}
          placeholder="500.00"
          hint={`This month's forecast is ${moneyOfMicros(forecastMicros, currency)}.`}
          error={messageAbout(error, "amount_cents")}
        />
        <TextField
          label="Tell at"
          name="thresholds"
          value={fields.thresholds}
          onChange={(thresholds) => set({ thresholds })}
          suffix="% of the amount"
          placeholder="50, 80, 100"
          hint={amountsOf(amountCents, body.spec.thresholdPercents, currency)}
          error={messageAbout(error, "threshold_percents")}
        />
        <Destinations fields={fields} set={set} error={error} />
        <Switches fields={fields} set={set} />
      </FormLayout>
      <ShowAs rest={{ method: "POST", path: "/api/v1/billing/budget", body }} />
    </>
  );
}

function Destinations({ fields, set, error }: PartProps & { error: unknown }): ReactNode {
  return (
    <>
      <TextAreaField
        label="Mail to"
        value={fields.emails}
        onChange={(emails) => set({ emails })}
        hint="One address a line."
        error={messageAbout(error, "emails")}
        isOptional
      />
      <TextField
        label="Webhook"
        name="webhook"
        value={fields.webhookUrl}
        onChange={(webhookUrl) => set({ webhookUrl })}
        placeholder="https://example.com/budget"
        isMono
        isOptional
        error={messageAbout(error, "webhook_url")}
      />
    </>
  );
}

function Switches({ fields, set }: PartProps): ReactNode {
  return (
    <>
      <SwitchField
        label="Tell of unusual days"
        hint="When a day costs far more than the days before it."
        isOn={fields.tellUnusualDays}
        onChange={(tellUnusualDays) => set({ tellUnusualDays })}
      />
      <SwitchField
        label="Hard cap"
        hint="At the amount, new workflows are refused until the next month. What runs goes on, and may cost more than the amount."
        isOn={fields.hardCap}
        onChange={(hardCap) => set({ hardCap })}
      />
    </>
  );
}

function useSave(fields: BudgetFields, budget: Props["budget"], currency: string) {
  const refresh = useRefreshBilling();
  const update = api.useMutation("post", "/api/v1/billing/budget", {
    onSuccess: () => {
      say("Budget saved");
      return refresh();
    },
  });
  const body = { spec: budgetOf(fields, currency), resourceVersion: budget.resourceVersion ?? "" };
  return {
    save: () => update.mutate({ body }),
    body,
    error: update.error as unknown,
    isPending: update.isPending,
  };
}

/** "$250.00, $400.00, $500.00": what the thresholds are in money. */
function amountsOf(amountCents: number, percents: readonly number[], currency: string): string {
  if (amountCents <= 0 || percents.length === 0) return "Whole numbers from 1 to 1000, with commas between.";
  return percents
    .map((percent) => moneyOfCents(Math.round((amountCents * percent) / 100), currency))
    .join(", ");
}
