// The session cookie's name, attributes and reading. Over TLS it has the __Host- prefix, so that no other host and no
// plain connection can set it; on a plain local address browsers refuse that prefix, so the name is another.
const SECURE_NAME = "__Host-cellplane_session";
const PLAIN_NAME = "cellplane_session";
const VALUE_CHARACTERS_MAX = 256;

export function sessionCookieName(isEncrypted: boolean): string {
  return isEncrypted ? SECURE_NAME : PLAIN_NAME;
}

/** The Set-Cookie value that keeps the session until `expiresAt`. */
export function setSessionCookie(
  session: { cookieValue: string; expiresAt: number },
  isEncrypted: boolean,
): string {
  return cookieText(session.cookieValue, new Date(session.expiresAt), isEncrypted);
}

/** The Set-Cookie value that ends the session in the browser. */
export function clearSessionCookie(isEncrypted: boolean): string {
  return cookieText("", new Date(0), isEncrypted);
}

function cookieText(value: string, expires: Date, isEncrypted: boolean): string {
  const secure = isEncrypted ? "; Secure" : "";
  return `${sessionCookieName(isEncrypted)}=${value}; Path=/; HttpOnly; SameSite=Lax${secure}; Expires=${expires.toUTCString()}`;
}

/** The session cookie among the request's cookies. Two of that name are none: one of them was planted. */
export function readSessionCookie(header: string | undefined, isEncrypted: boolean): string | undefined {
  if (header === undefined) return undefined;
  const name = `${sessionCookieName(isEncrypted)}=`;
  const values = header
    .split(";")
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(name))
    .map((pair) => pair.slice(name.length));
  const [value] = values;
  if (values.length !== 1 || value === undefined || value === "") return undefined;
  return value.length <= VALUE_CHARACTERS_MAX ? value : undefined;
}
