/** A notification that is due, with the one who gets it. */
export interface DueNotification {
  id: string;
  userId: string;
  email: string;
  name: string;
  workspaceId: string;
  workspaceName: string;
  caseTitle: string;
  text: string;
  href: string;
  createdAt: Date;
  digest: boolean;
  attempts: number;
}

export interface Mail {
  /** The same whenever this mail is sent again, so that a receiver can tell. */
  messageId: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  /** Where mails are turned off. */
  settings: string;
}

/** Every notification as a mail of its own, but a day's as one a desk. */
export function groupMails(due: readonly DueNotification[]): DueNotification[][] {
  const groups = new Map<string, DueNotification[]>();
  for (const one of due) {
    const key = one.digest ? `${one.workspaceId} ${one.userId}` : one.id;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

export function composeMail(group: readonly [DueNotification, ...DueNotification[]], origin: string): Mail {
  const [first] = group;
  const settings = `${origin}/w/${first.workspaceId}/inbox`;
  const why = `You asked ${first.workspaceName} to tell you by mail. Change or stop it: ${settings}`;
  const cases = [...new Set(group.map(({ caseTitle }) => caseTitle))];
  const parts = cases.map((title) => ({ title, lines: group.filter(({ caseTitle }) => caseTitle === title) }));
  const text = [
    `Hello ${first.name},`,
    ...parts.flatMap(({ title, lines }) => [
      title,
      ...lines.map(({ text: said, href }) => `${first.digest ? "- " : ""}${said}\n${origin}${href}`),
    ]),
    `-- \n${why}`,
  ].join("\n\n");
  const list = ({ text: said, href }: DueNotification) =>
    `<p>${escapeHtml(said)}<br><a href="${escapeHtml(origin + href)}">Open in Assay</a></p>`;
  const html = [
    `<!doctype html><html lang="en"><meta charset="utf-8"><body style="font-family:sans-serif;line-height:1.4">`,
    `<p>Hello ${escapeHtml(first.name)},</p>`,
    ...parts.map(({ title, lines }) => `<h2 style="font-size:1em">${escapeHtml(title)}</h2>${lines.map(list).join("")}`),
    `<p style="color:#5a6572;font-size:.85em">You asked ${escapeHtml(first.workspaceName)} to tell you by mail. `,
    `<a href="${escapeHtml(settings)}">Change or stop it</a>.</p></body></html>`,
  ].join("");
  const host = new URL(origin).hostname;
  const to = { name: first.name, address: first.email };
  return { messageId: `<${first.id}@${host}>`, to, subject: subjectOf(group), text, html, settings };
}

const SUBJECT = 150;

/** What happened without what was said: a subject is read by whoever looks over the shoulder. */
function subjectOf(group: readonly [DueNotification, ...DueNotification[]]): string {
  const [first] = group;
  if (first.digest) {
    return `${first.workspaceName}: ${group.length} ${group.length === 1 ? "thing" : "things"} since yesterday`;
  }
  const happened = first.text.replace(/: “[\s\S]*$/, "").replace(/\.$/, "");
  const subject = Array.from(`${happened} (${first.caseTitle})`);
  return subject.length <= SUBJECT ? subject.join("") : `${subject.slice(0, SUBJECT).join("")}…`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
