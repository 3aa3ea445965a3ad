// Gives the payloads of a page their namespace's codec server, when it has one.
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from "react";
import { api } from "#api/client";
import { CodecServer, type CodecSpec } from "./codec-server.ts";
import { needsCodec, type Payload } from "#format/payload";

export interface Codec {
  spec: CodecSpec;
  /** Each payload is asked for once, however often it is shown. */
  decoded(payload: Payload): Promise<Payload>;
  encode(payloads: readonly Payload[]): Promise<Payload[]>;
}

const Context = createContext<Codec | undefined>(undefined);

export function CodecProvider({
  namespace,
  children,
}: {
  namespace: string;
  children: ReactNode;
}): ReactNode {
  const { data } = api.useQuery("get", "/cloud/namespaces/{namespace}", { params: { path: { namespace } } });
  const text = JSON.stringify(data?.namespace?.spec?.codecServer ?? {});
  const codec = useMemo(() => {
    const spec = JSON.parse(text) as CodecSpec;
    return (spec.endpoint ?? "") === "" ? undefined : codecOf(new CodecServer(namespace, spec), spec);
  }, [namespace, text]);
  useEffect(() => () => codec?.close(), [codec]);
  return <Context value={codec}>{children}</Context>;
}

function codecOf(server: CodecServer, spec: CodecSpec): Codec & { close: () => void } {
  return {
    spec,
    decoded: eachOnce(server),
    encode: (payloads) => server.encode(payloads),
    close: () => server.close(),
  };
}

function eachOnce(server: CodecServer): Codec["decoded"] {
  const known = new WeakMap<Payload, Promise<Payload>>();
  return (payload) => {
    let promise = known.get(payload);
    if (promise === undefined) {
      promise = server.decode([payload]).then(([first]) => first ?? payload);
      known.set(payload, promise);
    }
    return promise;
  };
}

/** For forms that send payloads: undefined where there is no codec server. */
export function useCodec(): Codec | undefined {
  return useContext(Context);
}

/** The payload as the codec server reads it; itself until then, and when it cannot. */
export function useDecoded(payload: Payload): { payload: Payload; error: string | undefined } {
  const codec = useContext(Context);
  const [answer, setAnswer] = useState<{ of: Payload; payload: Payload; error: string | undefined }>();
  useEffect(() => {
    if (codec === undefined || !needsCodec(payload)) return undefined;
    let isWanted = true;
    const take = (decoded: Payload, error?: string): void => {
      if (isWanted) setAnswer({ of: payload, payload: decoded, error });
    };
    codec.decoded(payload).then(take, (error: unknown) => take(payload, (error as Error).message));
    return () => {
      isWanted = false;
    };
  }, [codec, payload]);
  return answer?.of === payload ? answer : { payload, error: undefined };
}
