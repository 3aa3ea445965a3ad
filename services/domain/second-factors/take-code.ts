// Takes a code of a person's authenticator app, or a recovery code in its place. Each is good once.
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import type { SecondFactor } from "#prisma";
import { hashToken } from "#shared/link-token";
import { findSecondFactor, hasSecondFactor, openSecret, type Person } from "./second-factor-store.ts";
import { stepOfCode } from "./time-code.ts";

/** "not needed" for who has neither a confirmed app nor a passkey. With a passkey alone, only recovery codes are right. */
export type CodeVerdict = "not needed" | "missing" | "wrong" | "right";

const CODE_LENGTH_MAX = 64;

export async function takeCode(
  tx: Transaction,
  context: Pick<DomainContext, "clock" | "envelope">,
  input: Person & { code: string },
): Promise<CodeVerdict> {
  const { accountId, userId } = input;
  const factor = await findSecondFactor(tx, input);
  if (!(await hasSecondFactor(tx, input))) return "not needed";
  const code = input.code.trim().toLowerCase().slice(0, CODE_LENGTH_MAX);
  if (code === "") return "missing";
  const step = factor?.confirmedAt == null ? undefined : stepIn(context, factor, code);
  // Compare-and-set: of two uses at once, one is refused.
  const taken =
    step === undefined
      ? await tx.recoveryCode.deleteMany({ where: { accountId, userId, codeHash: hashToken(code) } })
      : await tx.secondFactor.updateMany({
          where: { accountId, userId, lastStep: { lt: step } },
          data: { lastStep: step },
        });
  return taken.count === 1 ? "right" : "wrong";
}

function stepIn(
  context: Pick<DomainContext, "clock" | "envelope">,
  factor: SecondFactor,
  code: string,
): number | undefined {
  const when = { now: context.clock.now(), lastStep: factor.lastStep };
  return stepOfCode(openSecret(context, factor), code, when);
}
