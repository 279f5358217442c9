import { describe, expect, it } from "vitest";
import { composeMail, groupMails } from "./compose-mail.ts";
import type { DueNotification } from "./compose-mail.ts";

const due = (id: string, more: Partial<DueNotification> = {}): DueNotification => ({
  id,
  userId: "ana",
  email: "ana@desk.example",
  name: "Ana",
  workspaceId: "w1",
  workspaceName: "Harbour desk",
  caseTitle: "The call",
  text: "Teo challenged your tag of C5 in <b>Courier</b>: “See page 4 & 5”",
  href: "/c/case?claim=5&source=2",
  createdAt: new Date("2026-11-21T10:00:00Z"),
  digest: false,
  attempts: 1,
  ...more,
});

describe("mails", () => {
  it("are one a notification, but one a person, desk and day where a digest is wanted", () => {
    const groups = groupMails([
      due("1"),
      due("2"),
      due("3", { digest: true }),
      due("4", { digest: true }),
      due("5", { digest: true, userId: "teo" }),
      due("6", { digest: true, workspaceId: "w2" }),
    ]);
    expect(groups.map((group) => group.map(({ id }) => id))).toEqual([["1"], ["2"], ["3", "4"], ["5"], ["6"]]);
  });

  it("say what happened in the subject and what was said only inside", () => {
    const mail = composeMail([due("1")], "https://desk.example");
    expect(mail.subject).toBe("Teo challenged your tag of C5 in <b>Courier</b> (The call)");
    expect(mail.text).toContain("“See page 4 & 5”\nhttps://desk.example/c/case?claim=5&source=2");
    expect(mail.text).toContain("stop it: https://desk.example/w/w1/inbox");
    expect(mail).toMatchObject({ messageId: "<1@desk.example>", to: { name: "Ana", address: "ana@desk.example" } });
  });

  it("show words as words: markup of a name or a quote does nothing", () => {
    const { html } = composeMail([due("1", { name: "<script>x</script>", caseTitle: "a<i>b" })], "https://desk.example");
    expect(html).not.toMatch(/<script|<b>|<i>/);
    expect(html).toContain("&lt;b&gt;Courier&lt;/b&gt;");
    expect(html).toContain('href="https://desk.example/c/case?claim=5&amp;source=2"');
  });

  it("keep the cases of a digest apart", () => {
    const digest = { digest: true };
    const second = due("2", { ...digest, caseTitle: "The ferry", text: "Wren mentioned you: “Hm”" });
    const { text, subject } = composeMail([due("1", digest), second, due("3", digest)], "https://desk.example");
    expect(subject).toBe("Harbour desk: 3 things since yesterday");
    expect(text.split("\n\n").filter((part) => /^The (call|ferry)$/.test(part))).toEqual(["The call", "The ferry"]);
    expect(text.match(/^- /gm)).toHaveLength(3);
  });
});
