-- One cell may serve several regions: a small installation offers the regions that its customers' programs name.
ALTER TABLE "cells" ADD COLUMN "also_serves" TEXT[] NOT NULL DEFAULT '{}';
