// Whether a path to go to after sign-in stays in the console: an address of another site must never be followed.
export function safePath(path: string): boolean {
  return /^\/(?![/\\])/.test(path) && !path.includes("\\") && !/[\u0000-\u001f]/.test(path);
}
