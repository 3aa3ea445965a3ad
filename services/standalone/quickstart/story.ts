// Tells the story step by step: each step has a name, shows its time as it happens, and fails the story by its name.

export interface Step {
  name: string;
  milliseconds: number;
}

export class StepFailedError extends Error {
  constructor(
    readonly step: string,
    cause: unknown,
  ) {
    super(`step "${step}" failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = "StepFailedError";
  }
}

export class Story {
  readonly steps: Step[] = [];
  readonly #say: (text: string) => void;

  constructor(say: (text: string) => void) {
    this.#say = say;
  }

  /** Runs one step; `detail` turns its result into the line that is shown. */
  async step<Result>(
    name: string,
    work: () => Promise<Result>,
    detail: (result: Result) => string,
  ): Promise<Result> {
    const startedAt = performance.now();
    try {
      const result = await work();
      const milliseconds = Math.round(performance.now() - startedAt);
      this.steps.push({ name, milliseconds });
      this.#say(`  ${name.padEnd(24)} ${String(milliseconds).padStart(6)} ms   ${detail(result)}`);
      return result;
    } catch (error) {
      throw new StepFailedError(name, error);
    }
  }
}
