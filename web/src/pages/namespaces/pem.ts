// PEM texts and the API's bytes of them.

/** What the API calls bytes: base64 of the PEM text. */
export function bytesOfPem(pem: string): string {
  return btoa(pem.trim() === "" ? "" : `${pem.trim()}\n`);
}

export function pemOfBytes(bytes: string | undefined): string {
  return bytes === undefined || bytes === "" ? "" : atob(bytes);
}

/** Each certificate of a bundle, as PEM. */
export function certificatesOf(pem: string): string[] {
  return pem.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? [];
}

/** DER as PEM, in lines of 64. */
export function pemOf(label: string, der: ArrayBuffer): string {
  const text = btoa(String.fromCharCode(...new Uint8Array(der)));
  return `-----BEGIN ${label}-----\n${text.replace(/(.{64})(?=.)/g, "$1\n")}\n-----END ${label}-----\n`;
}
