import { NOTIFICATION_KINDS } from "@assay/domain";
import type { MailRhythm, NotificationSettings } from "@assay/domain";
import { useQuery } from "@tanstack/react-query";
import { Button } from "../../components/button.tsx";
import { Checkbox, Segmented } from "../../components/choice.tsx";
import { trpc } from "../../trpc.ts";
import { KIND_WORDS } from "./notification-queries.ts";

interface InboxSettingsProps {
  workspaceId: string;
  settings: NotificationSettings & { canMail: boolean };
  change: (next: Partial<NotificationSettings>) => void;
}

export function InboxSettings({ workspaceId, settings, change }: InboxSettingsProps) {
  const { mail, mutedKinds, mutedCases, canMail } = settings;
  const { data: cases = [] } = useQuery(trpc.case.list.queryOptions({ workspaceId }, { enabled: mutedCases.length > 0 }));
  const lacking = canMail ? null : "This server sends no mail. Whoever runs it can set ASSAY_SMTP_URL.";
  const rhythms: { value: MailRhythm; label: string; disabledReason?: string | null }[] = [
    { value: "off", label: "Off" },
    { value: "each", label: "Each at once", disabledReason: lacking },
    { value: "daily", label: "Once a day", disabledReason: lacking },
  ];
  return (
    <section className="inbox-settings" aria-label="What I am told">
      <h2>What I am told</h2>
      <div className="inbox-setting">
        <h3>By mail</h3>
        <Segmented label="By mail" value={mail} options={rhythms} onChange={(value) => change({ mail: value })} />
        {lacking === null ? null : <p className="meta">{lacking}</p>}
      </div>
      <div className="inbox-setting">
        <h3>Of what</h3>
        <div className="inbox-kinds">
          {NOTIFICATION_KINDS.map((kind) => (
            <Checkbox
              key={kind}
              checked={!mutedKinds.includes(kind)}
              onChange={(told) =>
                change({ mutedKinds: told ? mutedKinds.filter((one) => one !== kind) : [...mutedKinds, kind] })
              }
            >
              {KIND_WORDS[kind]}
            </Checkbox>
          ))}
        </div>
      </div>
      {mutedCases.length === 0 ? null : (
        <div className="inbox-setting">
          <h3>Muted cases</h3>
          <ul className="inbox-muted">
            {mutedCases.map((caseId) => (
              <li key={caseId}>
                <span>{cases.find(({ id }) => id === caseId)?.title ?? "A case"}</span>
                <Button
                  variant="quiet"
                  onClick={() => change({ mutedCases: mutedCases.filter((one) => one !== caseId) })}
                >
                  Unmute
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
