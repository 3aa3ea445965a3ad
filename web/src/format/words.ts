// Names of the API as words.

/** "start_workflow" as "Start workflow". */
export function wordsOf(name: string): string {
  const words = name.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
