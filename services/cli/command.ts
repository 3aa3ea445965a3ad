// The shape of one command of `cellplane`. Commands are told apart by their words: "cell", "audit verify".
export interface Command {
  /** What a person types after "cellplane". */
  words: string;
  summary: string;
  /** What follows the words, and what it means: shown by help. */
  usage: string;
  /** Answers the exit code, or undefined when it keeps running. Errors: CloudError; INVALID_ARGUMENT for wrong flags. */
  run(args: readonly string[]): Promise<number | undefined>;
}
