-- What an installation decides about itself at run time: limits other than the built-in ones, and regions that are
-- closed for new namespaces.
CREATE TABLE "quotas" (
    "scope" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "max" INTEGER NOT NULL,
    "resource_version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "quotas_pkey" PRIMARY KEY ("scope", "name")
);

ALTER TABLE "regions" ADD COLUMN "disabled" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "regions" ADD COLUMN "resource_version" INTEGER NOT NULL DEFAULT 1;
