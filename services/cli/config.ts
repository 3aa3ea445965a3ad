// What the command line takes from the environment instead of flags.
export interface CliEnvironment {
  /** Of the control plane: CELLPLANE_ADDRESS. */
  address: string | undefined;
  /** CELLPLANE_API_KEY */
  apiKey: string | undefined;
}

export function readCliEnvironment(): CliEnvironment {
  return { address: process.env["CELLPLANE_ADDRESS"], apiKey: process.env["CELLPLANE_API_KEY"] };
}
