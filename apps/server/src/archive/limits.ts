const MB = 1024 * 1024;

export interface ArchiveLimits {
  /** Bytes of the file itself. */
  packed: number;
  /** Bytes of all its parts, unpacked. */
  unpacked: number;
  /** Parts. */
  parts: number;
  /** Bytes of one line: a source's text of 25 MB in JSON. */
  line: number;
}

export const ARCHIVE_LIMITS: ArchiveLimits = {
  packed: 1024 * MB,
  unpacked: 4096 * MB,
  parts: 20_000,
  line: 160 * MB,
};
