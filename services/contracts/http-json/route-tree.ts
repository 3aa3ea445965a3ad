// Finds the rpc of an HTTP method and path among the bindings of whole services, in one walk over the path's segments.
import type { HttpBinding, RpcMethod } from "../methods.ts";
import { parsePathTemplate } from "./path-template.ts";

export interface Route {
  method: RpcMethod;
  binding: HttpBinding;
  /** Field paths that the path's variables fill, in order. */
  fields: readonly string[];
}

export type Match =
  | { kind: "route"; route: Route; values: readonly string[] }
  /** The path exists for other HTTP methods. */
  | { kind: "other methods"; allowed: readonly string[] }
  | { kind: "nothing" };

interface Node {
  literals: Map<string, Node>;
  variable: Node | undefined;
  routes: Map<string, Route>;
}

export class RouteTree {
  readonly #root = newNode();

  constructor(methods: readonly RpcMethod[]) {
    for (const method of methods) for (const binding of method.bindings) this.#add(method, binding);
  }

  /** `segments` are those of the path, unescaped. A literal goes before a variable. */
  find(httpMethod: string, segments: readonly string[]): Match {
    const allowed = new Set<string>();
    const values: string[] = [];
    const walk = (node: Node, depth: number): Route | undefined => {
      const segment = segments[depth];
      if (segment === undefined) {
        for (const name of node.routes.keys()) allowed.add(name);
        return node.routes.get(httpMethod);
      }
      const literal = node.literals.get(segment);
      const found = literal === undefined ? undefined : walk(literal, depth + 1);
      if (found !== undefined || node.variable === undefined) return found;
      values.push(segment);
      const route = walk(node.variable, depth + 1);
      if (route === undefined) values.pop();
      return route;
    };
    const route = walk(this.#root, 0);
    if (route !== undefined) return { kind: "route", route, values };
    return allowed.size === 0 ? { kind: "nothing" } : { kind: "other methods", allowed: [...allowed].sort() };
  }

  #add(method: RpcMethod, binding: HttpBinding): void {
    const { segments, fields } = parsePathTemplate(binding.path);
    let node = this.#root;
    for (const segment of segments) {
      if ("field" in segment) node = node.variable ??= newNode();
      else {
        const next = node.literals.get(segment.literal) ?? newNode();
        node.literals.set(segment.literal, next);
        node = next;
      }
    }
    node.routes.set(binding.method, { method, binding, fields });
  }
}

function newNode(): Node {
  return { literals: new Map(), variable: undefined, routes: new Map() };
}
