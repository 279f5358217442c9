-- A source can be taken out of its case and put back (T7): nothing of it is deleted.
ALTER TABLE "sources" ADD COLUMN "removed_at" TIMESTAMPTZ(3);
ALTER TABLE "sources" ADD COLUMN "removed_by" TEXT;
ALTER TABLE "sources" ADD COLUMN "removed_reason" TEXT;

ALTER TABLE "sources" ADD CONSTRAINT "sources_removed_whole"
  CHECK (num_nulls("removed_at", "removed_by", "removed_reason") IN (0, 3));
