-- What a namespace's usage is multiplied and topped up by, from when on. Rows are added, never changed.

-- CreateTable
CREATE TABLE "namespace_meterings" (
    "account_id" TEXT NOT NULL,
    "namespace" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "replicas" INTEGER NOT NULL,
    "fairness" BOOLEAN NOT NULL,
    "capacity_units" INTEGER NOT NULL,

    CONSTRAINT "namespace_meterings_pkey" PRIMARY KEY ("namespace", "since")
);
