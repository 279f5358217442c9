import type { BuiltInTemplate, ReportDocument, TemplateBlock } from "@assay/domain";
import { BUILT_IN_TEMPLATES, TEMPLATES, templateOf } from "@assay/domain";
import { useQuery } from "@tanstack/react-query";
import { LayoutTemplate, X } from "lucide-react";
import { useState } from "react";
import { Button, IconButton } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Field, FormError, Input } from "../../components/field.tsx";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "../../components/menu.tsx";
import { notify } from "../../components/toast.tsx";
import { api, newId, queryClient, trpc } from "../../trpc.ts";
import { refusalOf } from "../../refusal.ts";
import { useCase } from "../case/use-case.ts";

interface TemplateMenuProps {
  document: ReportDocument;
  onApply: (name: string, blocks: readonly TemplateBlock[]) => void;
}

/** Patterns for a report: four that come with the tool, and the desk's own. */
export function TemplateMenu({ document, onApply }: TemplateMenuProps) {
  const { view } = useCase();
  const { data } = useQuery(trpc.document.templates.queryOptions({ workspaceId: view.workspaceId }));
  const [open, setOpen] = useState<"save" | "manage" | null>(null);
  const own = data?.templates ?? [];
  return (
    <>
      <Menu
        label="Templates"
        trigger={<Button icon={<LayoutTemplate className="icon" aria-hidden />}>Templates</Button>}
      >
        <MenuLabel>Begin again from</MenuLabel>
        {BUILT_IN_TEMPLATES.map((key: BuiltInTemplate) => {
          const { name, what, blocks } = TEMPLATES[key];
          return (
            <MenuItem key={key} onSelect={() => onApply(name, blocks)}>
              {name}
              <span className="menu-reason">{what}</span>
            </MenuItem>
          );
        })}
        {own.map(({ id, name, blocks }) => (
          <MenuItem key={id} onSelect={() => onApply(name, blocks)}>
            {name}
            <span className="menu-reason">of this desk</span>
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem onSelect={() => setOpen("save")}>Save this as a template …</MenuItem>
        {own.length === 0 ? null : <MenuItem onSelect={() => setOpen("manage")}>Remove a template …</MenuItem>}
      </Menu>
      {open === "save" ? <SaveTemplate document={document} onClose={() => setOpen(null)} /> : null}
      {open === "manage" ? <RemoveTemplates templates={own} onClose={() => setOpen(null)} /> : null}
    </>
  );
}

function refresh(workspaceId: string): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: trpc.document.templates.queryKey({ workspaceId }) });
}

function SaveTemplate({ document, onClose }: { document: ReportDocument; onClose: () => void }) {
  const { view } = useCase();
  const [name, setName] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [mutationId] = useState(newId);
  const { blocks, leftOut } = templateOf(document);
  const save = async () => {
    const { workspaceId } = view;
    try {
      await api.document.saveTemplate.mutate({ mutationId, workspaceId, id: newId(), name, blocks });
      await refresh(workspaceId);
      notify({ text: `“${name.trim()}” is a template of this desk now.` });
      onClose();
    } catch (error) {
      setProblem(refusalOf(error).message);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Save this as a template"
      description={
        leftOut === 0
          ? "Everybody on the desk can begin a report from it."
          : `Everybody on the desk can begin a report from it. ${leftOutWords(leftOut)}`
      }
      footer={
        <Button
          variant="primary"
          disabledReason={name.trim() === "" ? "Give the template a name." : null}
          onClick={() => void save()}
        >
          Save template
        </Button>
      }
    >
      <Field label="Name">
        {(ids) => (
          <Input {...ids} autoFocus maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <FormError>{problem}</FormError>
    </Dialog>
  );
}

function leftOutWords(count: number): string {
  const what = count === 1 ? "One block names a claim or a passage" : `${count} blocks name claims or passages`;
  return `${what} of this case and will be left out.`;
}

interface RemoveTemplatesProps {
  templates: readonly { id: string; name: string; createdBy: string }[];
  onClose: () => void;
}

function RemoveTemplates({ templates, onClose }: RemoveTemplatesProps) {
  const { view, me, can, personById } = useCase();
  const [problem, setProblem] = useState<string | null>(null);
  const remove = async (templateId: string) => {
    const { workspaceId } = view;
    try {
      await api.document.removeTemplate.mutate({ mutationId: newId(), workspaceId, templateId });
      await refresh(workspaceId);
    } catch (error) {
      setProblem(refusalOf(error).message);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Templates of this desk"
      description="Reports made from one stay as they are."
    >
      <ul className="builder-templates">
        {templates.map(({ id, name, createdBy }) => (
          <li key={id}>
            <span className="grow">
              {name} <span className="micro">by {personById(createdBy)?.name ?? "a former member"}</span>
            </span>
            {createdBy === me.id || can("manage_case") ? (
              <IconButton label={`Remove ${name}`} onClick={() => void remove(id)}>
                <X className="icon" aria-hidden />
              </IconButton>
            ) : null}
          </li>
        ))}
      </ul>
      <FormError>{problem}</FormError>
    </Dialog>
  );
}
