// Approving or rejecting with a comment; withdrawing for who asked; alone with a reason where a policy has a glass to break.
import { useState, type ReactNode } from "react";
import { api, type Schemas } from "#api/client";
import { useMay } from "#api/own-access";
import { useSaved } from "#app/use-saved";
import { Button } from "#components/button";
import { FormLayout } from "#components/form-layout";
import { Note } from "#components/note";
import { ProblemNote } from "#components/problem-note";
import { Section } from "#components/section";
import { ShowAs } from "#components/show-as";
import { TextAreaField } from "#components/text-area-field";

type Request = Schemas["cellplane.cloud.v1.ApprovalRequest"];

export function DecisionForm({ request, isOwn }: { request: Request; isOwn: boolean }): ReactNode {
  const may = useMay();
  const mayBreak = request.breakGlass === true && may("cloud.approval.breakglass");
  if (!isOwn && !may("cloud.approval.approve")) return null;
  return (
    <Section title={isOwn ? "Your request" : "Your decision"}>
      {isOwn ? <Withdrawal request={request} /> : null}
      {isOwn && !mayBreak ? <Note>Somebody else decides: nobody approves what they asked for.</Note> : null}
      {isOwn && !mayBreak ? null : <Decision request={request} isOwn={isOwn} mayBreak={mayBreak} />}
    </Section>
  );
}

function Withdrawal({ request }: { request: Request }): ReactNode {
  const saved = useSaved("/api/v1/approval-requests");
  const withdraw = api.useMutation("post", "/api/v1/approval-requests/{request_id}/withdraw", {
    onSuccess: saved("Request withdrawn"),
  });
  return (
    <>
      {withdraw.error === null ? null : (
        <ProblemNote title="The request was not withdrawn" error={withdraw.error as unknown} />
      )}
      <div>
        <Button
          isBusy={withdraw.isPending}
          onClick={() =>
            withdraw.mutate({ params: { path: { request_id: request.requestId ?? "" } }, body: {} })
          }
        >
          Withdraw request
        </Button>
      </div>
    </>
  );
}

function Decision(props: { request: Request; isOwn: boolean; mayBreak: boolean }): ReactNode {
  const { request, isOwn, mayBreak } = props;
  const { requestId = "", requestHash = "" } = request;
  const [comment, setComment] = useState("");
  const saved = useSaved("/api/v1/approval-requests");
  const params = { path: { request_id: requestId } };
  const approve = api.useMutation("post", "/api/v1/approval-requests/{request_id}/approve", {
    onSuccess: saved("Approved"),
  });
  const reject = api.useMutation("post", "/api/v1/approval-requests/{request_id}/reject", {
    onSuccess: saved("Rejected"),
  });
  const body = { requestHash, comment: comment.trim() };
  return (
    <>
      <FormLayout
        onSubmit={() => (isOwn ? undefined : approve.mutate({ params, body }))}
        error={(approve.error ?? reject.error) as unknown}
        errorTitle="Your decision was not taken"
        buttons={
          <>
            {isOwn ? null : (
              <>
                <Button kind="primary" type="submit" isBusy={approve.isPending}>
                  Approve
                </Button>
                <Button
                  isBusy={reject.isPending}
                  onClick={() => reject.mutate({ params, body: { comment: comment.trim() } })}
                >
                  Reject
                </Button>
              </>
            )}
            {mayBreak ? (
              <Button
                kind="danger"
                disabled={comment.trim() === ""}
                onClick={() => approve.mutate({ params, body: { ...body, breakGlass: true } })}
              >
                Approve alone
              </Button>
            ) : null}
          </>
        }
      >
        <TextAreaField
          label={mayBreak ? "Comment, or the reason for approving alone" : "Comment"}
          value={comment}
          onChange={setComment}
          rows={2}
          isOptional={!mayBreak}
        />
      </FormLayout>
      <ShowAs rest={{ method: "POST", path: `/api/v1/approval-requests/${requestId}/approve`, body }} />
    </>
  );
}
