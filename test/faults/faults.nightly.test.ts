// The long forms: every suite of faults, each for CELLPLANE_FAULT_SECONDS (five minutes) at random moments.
process.env["CELLPLANE_FAULT_SECONDS"] ??= "300";

// After the setting, which they read when they are loaded.
await import("./kills.test.ts");
await import("./failpoints.test.ts");
await import("./take-over.test.ts");
await import("./database.test.ts");
