// The whole size: an hour of 10,000 namespaces, and a minute of 150,000 actions a second.
process.env["CELLPLANE_SCALE_SHARE"] ??= "1";

// After the setting, which it reads when it is loaded.
await import("./scale.test.ts");
