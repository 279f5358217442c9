/**
 * All that the database's processes are told. The server's own secrets stay out of them, and so do PGDATA, PGPORT and
 * the like, which would turn them to another database.
 */
export const CHILD_ENV = { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };
