// Text from outside as one short printable line: no control characters, no line separators, a limited length. Pure.

const TEXT_LENGTH_MAX = 500;

export function plainText(text: string): string {
  const printable = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, " ");
  return printable.length <= TEXT_LENGTH_MAX ? printable : `${printable.slice(0, TEXT_LENGTH_MAX)}…`;
}
