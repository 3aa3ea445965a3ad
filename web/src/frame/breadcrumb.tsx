// Where one is, from the routes that match: each has its name in its `staticData.crumb`.
import { Link, useMatches } from "@tanstack/react-router";
import type { ReactNode } from "react";
import styles from "./breadcrumb.module.css";

export function Breadcrumb(): ReactNode {
  const crumbs = useMatches({
    select: (matches) =>
      matches.flatMap(({ staticData: { crumb }, params, pathname, id }) => {
        if (crumb === undefined) return [];
        return [{ id, path: pathname, name: typeof crumb === "string" ? crumb : crumb(params) }];
      }),
  });
  return (
    <nav aria-label="Breadcrumb" className={styles["breadcrumb"]}>
      <ol>
        {crumbs.map(({ id, path, name }, index) => (
          <li key={id}>
            {index === crumbs.length - 1 ? (
              <span aria-current="page">{name}</span>
            ) : (
              <Link to={path}>{name}</Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
