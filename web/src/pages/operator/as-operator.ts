// Calls for the installation: the header says so, and the server asks whether the session's person is in the area. It
// holds nothing secret: without the session's cookie it opens nothing.
export const AS_OPERATOR = { headers: { "cellplane-operator": "1" } } as const;
