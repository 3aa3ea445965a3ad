// Signing in by a passkey. The library and the browser's question come with the click, not with the page.
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { client } from "#api/client";
import { useEntering } from "./use-entering.ts";

export function usePasskeySignIn(next: string | undefined) {
  const enter = useEntering(next);
  const [refusal, setRefusal] = useState<string | undefined>();
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      const { answerWithPasskey, PasskeyRefused } = await import("#api/passkey");
      const { data: begun } = await client.POST("/api/v1/passkey-sessions/begin", { body: {} });
      const responseJson = await answerWithPasskey(begun?.optionsJson ?? "{}").catch((refused: unknown) => {
        if (refused instanceof PasskeyRefused) return { refusal: refused.message };
        throw refused;
      });
      if (typeof responseJson !== "string") return responseJson;
      const { data } = await client.POST("/api/v1/passkey-sessions", {
        body: { challengeId: begun?.challengeId ?? "", responseJson },
      });
      return data ?? {};
    },
    onSuccess: async (answer) => {
      setRefusal("refusal" in answer ? answer.refusal : undefined);
      if (!("refusal" in answer)) await enter(answer);
    },
  });
  return { start: () => mutate(), isPending, problem: error, refusal };
}
