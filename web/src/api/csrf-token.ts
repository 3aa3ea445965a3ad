// The session's CSRF token, in memory only: a page that is loaded again asks for it again.
let current: string | undefined;

export function readCsrfToken(): string | undefined {
  return current;
}

export function keepCsrfToken(token: string | undefined): void {
  current = token;
}
