// Lists in a field: with commas or line ends between.
export function wordsOf(text: string): string[] {
  return text.split(/[,\n]+/).flatMap((word) => (word.trim() === "" ? [] : [word.trim()]));
}
