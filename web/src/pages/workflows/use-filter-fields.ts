// What workflows of a namespace can be found by: the system's fields and the namespace's own search attributes.
import { useMemo } from "react";
import { api } from "#api/client";
import { SYSTEM_FIELDS, type FieldType, type FilterField } from "./filter/filter-syntax.ts";

const TYPES: Readonly<Record<string, FieldType>> = {
  SEARCH_ATTRIBUTE_TYPE_TEXT: "Text",
  SEARCH_ATTRIBUTE_TYPE_KEYWORD: "Keyword",
  SEARCH_ATTRIBUTE_TYPE_INT: "Int",
  SEARCH_ATTRIBUTE_TYPE_DOUBLE: "Double",
  SEARCH_ATTRIBUTE_TYPE_BOOL: "Bool",
  SEARCH_ATTRIBUTE_TYPE_DATETIME: "Datetime",
  SEARCH_ATTRIBUTE_TYPE_KEYWORD_LIST: "KeywordList",
};

export function useFilterFields(namespace: string): {
  fields: readonly FilterField[];
  own: readonly FilterField[];
} {
  const { data } = api.useQuery("get", "/cloud/namespaces/{namespace}", { params: { path: { namespace } } });
  const attributes = data?.namespace?.spec?.searchAttributes;
  return useMemo(() => {
    const own = Object.entries(attributes ?? {}).map(([name, type]) => ({
      name,
      type: TYPES[type] ?? "Keyword",
    }));
    return { own, fields: [...own, ...SYSTEM_FIELDS] };
  }, [attributes]);
}
