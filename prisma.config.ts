// Tells the Prisma command line where the schema and the migrations are. Processes do not read it.
import { defineConfig } from "prisma/config";

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
});
