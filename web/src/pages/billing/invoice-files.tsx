// The invoice as a document to keep: PDF for the books, HTML to read and print.
import { FileDown, FileText } from "lucide-react";
import type { ReactNode } from "react";
import { client } from "#api/client";
import { Button } from "#components/button";
import { ProblemNote } from "#components/problem-note";
import { downloadBytes } from "#format/download";
import { useMutation } from "@tanstack/react-query";

type Format = "pdf" | "html";

export function InvoiceFiles({ invoiceId }: { invoiceId: string }): ReactNode {
  const save = useMutation({ mutationFn: (format: Format) => saveDocument(invoiceId, format) });
  const isBusy = (format: Format): boolean => save.isPending && save.variables === format;
  return (
    <>
      <Button icon={<FileDown />} isBusy={isBusy("pdf")} onClick={() => save.mutate("pdf")}>
        Download PDF
      </Button>
      <Button icon={<FileText />} isBusy={isBusy("html")} onClick={() => save.mutate("html")}>
        Download HTML
      </Button>
      {save.error === null ? null : <ProblemNote title="The document was not made" error={save.error} />}
    </>
  );
}

async function saveDocument(invoiceId: string, format: Format): Promise<void> {
  const { data } = await client.GET("/api/v1/invoices/{invoice_id}/document", {
    params: { path: { invoice_id: invoiceId }, query: { format } },
  });
  const bytes = Uint8Array.from(atob(data?.content ?? ""), (character) => character.charCodeAt(0));
  downloadBytes(data?.fileName ?? `${invoiceId}.${format}`, bytes, data?.contentType ?? "");
}
