import type { SourceMeta } from "@assay/domain";
import { useId } from "react";
import { Field, Input, Select } from "../../components/field.tsx";
import type { MetaErrors } from "./check-meta.ts";
import { KIND_OPTIONS } from "./source-words.ts";

const GROUP_HINT =
  "Sources that go back to one origin, such as the same wire report, share a group and count once in a verdict. " +
  "Leave it empty if the source stands for itself.";

interface MetaFieldsProps {
  meta: SourceMeta;
  errors: MetaErrors;
  /** Independence groups that the case knows, to choose from. */
  groups: readonly string[];
  onChange: (change: Partial<SourceMeta>) => void;
}

/** What a person enters about a source; the same when adding and when editing. */
export function MetaFields({ meta, errors, groups, onChange }: MetaFieldsProps) {
  const groupList = useId();
  const text = (field: "title" | "publisher" | "author" | "url" | "language" | "independenceGroup") => ({
    value: meta[field],
    onChange: (event: { target: HTMLInputElement }) => onChange({ [field]: event.target.value }),
  });
  const date = (field: "publishedAt" | "retrievedAt") => ({
    value: meta[field] ?? "",
    placeholder: "year-month-day",
    onChange: (event: { target: HTMLInputElement }) => onChange({ [field]: event.target.value || null }),
  });
  return (
    <div className="metafields">
      <Field label="Title" error={errors.title} className="metafields-wide">
        {(ids) => <Input {...ids} {...text("title")} />}
      </Field>
      <Field label="Publisher" error={errors.publisher}>
        {(ids) => <Input {...ids} {...text("publisher")} placeholder="Unknown" />}
      </Field>
      <Field label="Author" error={errors.author}>
        {(ids) => <Input {...ids} {...text("author")} placeholder="Unknown" />}
      </Field>
      <Field label="Web address" error={errors.url} className="metafields-wide">
        {(ids) => <Input {...ids} {...text("url")} type="url" inputMode="url" placeholder="https://" />}
      </Field>
      <Field label="Published" error={errors.publishedAt}>
        {(ids) => <Input {...ids} {...date("publishedAt")} />}
      </Field>
      <Field label="Retrieved" error={errors.retrievedAt}>
        {(ids) => <Input {...ids} {...date("retrievedAt")} />}
      </Field>
      <Field label="Kind" error={errors.kind}>
        {(ids) => <Select {...ids} value={meta.kind} options={KIND_OPTIONS} onChange={(kind) => onChange({ kind })} />}
      </Field>
      <Field label="Language" error={errors.language}>
        {(ids) => <Input {...ids} {...text("language")} placeholder="en" />}
      </Field>
      <Field
        label="Independence group"
        error={errors.independenceGroup}
        className="metafields-wide"
        hint={GROUP_HINT}
      >
        {(ids) => (
          <>
            <Input {...ids} {...text("independenceGroup")} list={groupList} placeholder="Stands for itself" />
            <datalist id={groupList}>
              {groups.map((group) => (
                <option key={group} value={group} />
              ))}
            </datalist>
          </>
        )}
      </Field>
    </div>
  );
}
