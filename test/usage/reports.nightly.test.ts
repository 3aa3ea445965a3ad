// The long form: a month of hourly rows for 1,000 namespaces.
process.env["CELLPLANE_REPORT_NAMESPACES"] ??= "1000";

// After the setting, which it reads when it is loaded.
await import("./reports.test.ts");
