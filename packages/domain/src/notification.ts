export const NOTIFICATION_KINDS = [
  "mentioned",
  "assigned",
  "changes_requested",
  "challenged",
  "overruled",
  "stale",
  "released",
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** Something one person has to know. */
export interface NotificationView {
  id: string;
  kind: NotificationKind;
  caseId: string;
  caseTitle: string;
  actorId: string;
  actorName: string;
  /** A sentence; it quotes no more than its reader may see (B1). */
  text: string;
  /** Path and search of the page that shows it, within the web client. */
  href: string;
  createdAt: string;
  readAt: string | null;
}

export const MAIL_RHYTHMS = ["off", "each", "daily"] as const;
export type MailRhythm = (typeof MAIL_RHYTHMS)[number];

export interface NotificationSettings {
  mail: MailRhythm;
  mutedKinds: NotificationKind[];
  mutedCases: string[];
}

export const DEFAULT_NOTIFICATION_SETTINGS: NotificationSettings = { mail: "off", mutedKinds: [], mutedCases: [] };

/** Stored as JSON; every field has a default so that old rows read as today's. */
export function readNotificationSettings(stored: unknown): NotificationSettings {
  return { ...DEFAULT_NOTIFICATION_SETTINGS, ...(typeof stored === "object" && stored !== null ? stored : {}) };
}

/** UTC hour at which a day's mails go out as one. */
export const DIGEST_HOUR = 6;

/** When a notification of this moment is to be mailed; null for never. */
export function mailTime(rhythm: MailRhythm, at: Date): Date | null {
  if (rhythm === "off") return null;
  if (rhythm === "each") return at;
  const digest = new Date(at);
  digest.setUTCHours(DIGEST_HOUR, 0, 0, 0);
  if (digest <= at) digest.setUTCDate(digest.getUTCDate() + 1);
  return digest;
}
