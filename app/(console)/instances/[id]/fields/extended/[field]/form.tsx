"use client";

import { useRouter } from "next/navigation";
import { useActionState, useEffect, useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Checkbox } from "@/components/ui/checkbox";
import { Form } from "@/components/ui/form";
import type { ExtendedField } from "@/lib/directory/extended-fields/extended-field";
import { textOf } from "../../../accounts/form-input";
import { errorOf, Refusal } from "../../../accounts/refusal";
import { updateFieldAction } from "../../actions";
import { hasOptions } from "../../field-words";
import { fieldsPath } from "../../fields-path";
import { DefaultInput } from "../default-input";
import { defaultOf } from "../default-value";
import { FieldOptions, type OptionDraft } from "../field-options";
import { NameFields } from "../name-fields";
import { optionsRefusal } from "../options-refusal";

interface EditFieldFormProps {
  readonly instanceId: string;
  readonly field: ExtendedField;
  readonly seen: string;
  readonly defaultText: string;
  readonly reason: string | undefined;
}

/** Changes what may change of a field. */
export function EditFieldForm({ instanceId, field, seen, defaultText, reason }: EditFieldFormProps) {
  const router = useRouter();
  const { id, type, name, description, required, unique } = field;
  const [options, setOptions] = useState<readonly OptionDraft[]>(() =>
    field.options.map((option, index) => ({ id: index, ...option })),
  );
  const [result, action, pending] = useActionState(updateFieldAction.bind(null, instanceId), undefined);
  const refusal = result && !result.ok ? result : undefined;
  const saved = result?.ok === true;

  useEffect(() => {
    if (!saved) return;
    toast.success("Field saved");
    router.push(fieldsPath(instanceId, "/extended"));
  }, [saved, instanceId, router]);

  function submit(data: FormData) {
    action({
      fieldId: id,
      seen,
      name: textOf(data, "name"),
      description: textOf(data, "description"),
      required: data.has("required"),
      ...(!unique && { defaultValue: defaultOf(type, textOf(data, "defaultValue")) ?? null }),
      ...(hasOptions(type) && { options: options.map(({ value, disabled }) => ({ value, disabled })) }),
    });
  }

  return (
    <Form action={submit} pending={pending || saved} result={result}>
      <Refusal
        refusal={refusal}
        fields={["name", "description", "defaultValue", ...(hasOptions(type) ? ["options"] : [])]}
      />
      <NameFields name={name} description={description} refusal={refusal} />
      {hasOptions(type) && (
        <FieldOptions options={options} onChange={setOptions} existing error={optionsRefusal(refusal)} />
      )}
      <Checkbox
        label="Required"
        name="required"
        defaultChecked={required}
        description="An account without a value is refused from then on. Those that have none stay as they are."
      />
      {!unique && <DefaultInput type={type} initial={defaultText} error={errorOf(refusal, "defaultValue")} />}
      <div className="flex gap-2">
        <Button type="submit" variant="primary" disabledReason={reason}>
          Save
        </Button>
        <ButtonLink href={fieldsPath(instanceId, "/extended")}>Cancel</ButtonLink>
      </div>
    </Form>
  );
}
