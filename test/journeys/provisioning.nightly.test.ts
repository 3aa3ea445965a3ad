// The whole form: a thousand namespaces and fifty kills.
process.env["CELLPLANE_PROVISIONED_NAMESPACES"] ??= "1000";

// After the setting, which it reads when it is loaded.
await import("./provisioning.test.ts");
