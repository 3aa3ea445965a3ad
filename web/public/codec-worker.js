// Asks one namespace's codec server, for the page that started this worker. The page itself may talk to nobody but us:
// this script is served with a policy of its own, which admits the origin of that namespace's codec server and no other.
const ANSWER_LIMIT_MS = 20_000;

self.onmessage = async ({ data: { id, url, headers, withCredentials, payloads } }) => {
  try {
    const answer = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      credentials: withCredentials ? "include" : "omit",
      referrerPolicy: "no-referrer",
      body: JSON.stringify({ payloads }),
      signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
    });
    if (!answer.ok) throw new Error(`it answered with HTTP status ${answer.status}`);
    const body = await answer.json();
    if (!Array.isArray(body.payloads) || body.payloads.length !== payloads.length) {
      throw new Error("it did not answer with as many payloads as it was given");
    }
    self.postMessage({ id, payloads: body.payloads });
  } catch (error) {
    self.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
};
