// The whole form: two hundred requests of each operation, with a seed that nobody has seen.
process.env["CELLPLANE_FUZZ_RUNS"] ??= "200";
process.env["CELLPLANE_FUZZ_SEED"] ??= String(Date.now() % 2 ** 31);
console.log(`seed ${process.env["CELLPLANE_FUZZ_SEED"]}`);

// After the settings, which it reads when it is loaded.
await import("./bad-input-walk.test.ts");
