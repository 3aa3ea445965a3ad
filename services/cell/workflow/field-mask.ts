// Field masks of requests.

/** Paths of a field mask as fields are spelled in messages decoded here. */
export function camelPaths(paths: readonly string[]): string[] {
  return paths.map((path) => path.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase()));
}
