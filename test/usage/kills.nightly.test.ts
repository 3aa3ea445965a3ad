// The long form: at least 100,000 actions and 50 kills.
process.env["CELLPLANE_KILL_ACTIONS"] ??= "100000";
process.env["CELLPLANE_KILLS"] ??= "50";

// After the setting, which it reads when it is loaded.
await import("./kills.test.ts");
