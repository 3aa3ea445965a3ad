// The one way proto JSON refuses input: INVALID_ARGUMENT naming the JSON path and the rule it breaks.
import { CloudError } from "#shared/errors";

const PATH_SHOWN_MAX = 200;

export function refuse(path: string, rule: string): never {
  const shown = path.length > PATH_SHOWN_MAX ? `${path.slice(0, PATH_SHOWN_MAX)}...` : path;
  throw new CloudError("INVALID_ARGUMENT", shown === "" ? `the request ${rule}` : `${shown}: ${rule}`, {
    field: shown,
  });
}

export function memberPath(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}

export function keyPath(path: string, key: string): string {
  return `${path}[${JSON.stringify(key)}]`;
}
