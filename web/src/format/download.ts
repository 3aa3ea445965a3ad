// Hands the browser a file that was made in the page.
const REVOKE_MS = 10_000;

export function downloadText(fileName: string, text: string, type = "text/plain"): void {
  save(fileName, new Blob([text], { type }));
}

export function downloadBytes(fileName: string, bytes: Uint8Array<ArrayBuffer>, type: string): void {
  save(fileName, new Blob([bytes], { type }));
}

function save(fileName: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_MS);
}

/** Lets the browser fetch and save a file of the API's; it is sent while it is read, so it may be of any length. */
export function downloadFrom(address: string): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = "";
  link.click();
}
