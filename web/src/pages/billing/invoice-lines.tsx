// The lines of an invoice with their sum. A line that stands for usage can be chosen.
import type { ReactNode } from "react";
import { Figure } from "#components/figure";
import { moneyOfCents } from "#format/money";
import { classNames } from "#format/class-names";
import { meterName, quantityOf, type Invoice, type InvoiceLine } from "./billing-facts.ts";
import styles from "./billing.module.css";

interface Props {
  invoice: Invoice;
  /** The position of the chosen line, from 0. */
  chosen: number | undefined;
  onChoose: (line: number | undefined) => void;
}

export function InvoiceLines({ invoice, chosen, onChoose }: Props): ReactNode {
  const { lines = [], currency, totalCents = 0 } = invoice;
  return (
    <div className={styles["frame"]} tabIndex={0} role="group" aria-label="Lines of the invoice">
      <table className={styles["lines"]}>
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Namespace</th>
            <th scope="col" className={styles["end"]}>
              Quantity
            </th>
            <th scope="col" className={styles["end"]}>
              Amount
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <tr key={index} className={classNames(index === chosen && styles["chosen"])}>
              <td>
                <LineName
                  line={line}
                  isChosen={index === chosen}
                  onChoose={() => onChoose(index === chosen ? undefined : index)}
                />
              </td>
              <td>{line.namespace === "" ? "" : <code>{line.namespace}</code>}</td>
              <td className={styles["end"]}>{quantityOf(line.kind ?? "", line.quantity)}</td>
              <td className={styles["end"]}>
                <Figure
                  value={moneyOfCents(line.amountCents ?? 0, currency)}
                  exact={`${line.amountMicros ?? "0"} micros before rounding`}
                />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              Total
            </th>
            <td className={styles["end"]}>{moneyOfCents(totalCents, currency)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

interface LineNameProps {
  line: InvoiceLine;
  isChosen: boolean;
  onChoose: () => void;
}

function LineName({ line, isChosen, onChoose }: LineNameProps): ReactNode {
  const kind = line.kind ?? "";
  if (kind !== "actions" && !kind.endsWith("_storage")) return line.description;
  // Namespace and quantity have columns of their own; what is left of the description is in brackets.
  const [remark = ""] = /\(.*\)$/.exec(line.description ?? "") ?? [];
  const name = `${meterName(kind)} ${remark}`;
  return (
    <button type="button" className={styles["choose"]} aria-pressed={isChosen} onClick={onChoose}>
      {name}
    </button>
  );
}
