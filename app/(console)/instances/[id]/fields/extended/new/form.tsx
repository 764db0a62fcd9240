"use client";

import { useRouter } from "next/navigation";
import { useActionState, useEffect, useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { FIELD_TYPES, type FieldType } from "@/lib/directory/extended-fields/extended-field";
import { textOf } from "../../../accounts/form-input";
import { errorOf, Refusal } from "../../../accounts/refusal";
import { createFieldAction } from "../../actions";
import { FIELD_TYPE_NAMES, hasOptions } from "../../field-words";
import { fieldsPath } from "../../fields-path";
import { DefaultInput } from "../default-input";
import { defaultOf } from "../default-value";
import { FieldOptions, type OptionDraft } from "../field-options";
import { NameFields } from "../name-fields";
import { optionsRefusal } from "../options-refusal";

/** Creates a field. Key, type, unique and encrypted are fixed from then on, and the form says so. */
export function NewFieldForm({ instanceId }: { readonly instanceId: string }) {
  const router = useRouter();
  const [type, setType] = useState<FieldType>("text");
  const [unique, setUnique] = useState(false);
  const [encrypted, setEncrypted] = useState(false);
  const [options, setOptions] = useState<readonly OptionDraft[]>([{ id: 1, value: "", disabled: false }]);
  const [result, action, pending] = useActionState(createFieldAction.bind(null, instanceId), undefined);
  const refusal = result && !result.ok ? result : undefined;
  const created = result?.ok === true;

  useEffect(() => {
    if (!created) return;
    toast.success("Field created");
    router.push(fieldsPath(instanceId, "/extended"));
  }, [created, instanceId, router]);

  function submit(data: FormData) {
    const defaultValue = unique ? undefined : defaultOf(type, textOf(data, "defaultValue"));
    action({
      key: textOf(data, "key"),
      name: textOf(data, "name"),
      description: textOf(data, "description"),
      type,
      unique,
      encrypted,
      required: data.has("required"),
      ...(defaultValue !== undefined && { defaultValue }),
      options: hasOptions(type) ? options.map(({ value }) => value) : [],
    });
  }

  return (
    <Form action={submit} pending={pending || created} result={result}>
      <Refusal
        refusal={refusal}
        fields={["key", "name", "description", "defaultValue", ...(hasOptions(type) ? ["options"] : [])]}
      />
      <Field
        label="Key"
        hint="1 to 40 of a–z, 0–9 and _, beginning with a letter. SCIM calls the field NAMESPACE:key. It can't be changed later."
        error={errorOf(refusal, "key")}
        required
      >
        {(control) => (
          <TextInput
            {...control}
            mono
            name="key"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        )}
      </Field>
      <NameFields refusal={refusal} />
      <Field label="Type" hint="It can't be changed later." error={errorOf(refusal, "type")} required>
        {(control) => (
          <Select
            {...control}
            value={type}
            onValueChange={setType}
            options={FIELD_TYPES.map((value) => ({ value, label: FIELD_TYPE_NAMES[value] }))}
          />
        )}
      </Field>
      {hasOptions(type) && (
        <FieldOptions
          options={options}
          onChange={setOptions}
          existing={false}
          error={optionsRefusal(refusal)}
        />
      )}
      <div className="flex flex-col gap-1">
        <Checkbox label="Required" name="required" description="An account without a value is refused." />
        <Checkbox
          label="Unique"
          description="Two accounts can't hold the same value. It can't be changed later."
          checked={unique}
          onCheckedChange={setUnique}
          disabledReason={encrypted ? "A field cannot be encrypted and unique at once." : undefined}
        />
        <Checkbox
          label="Encrypted at rest"
          description="Nobody reads it in the console. It can't be changed later."
          checked={encrypted}
          onCheckedChange={setEncrypted}
          disabledReason={unique ? "A field cannot be encrypted and unique at once." : undefined}
        />
      </div>
      {!unique && <DefaultInput type={type} error={errorOf(refusal, "defaultValue")} />}
      <div className="flex gap-2">
        <Button type="submit" variant="primary">
          Create field
        </Button>
        <ButtonLink href={fieldsPath(instanceId, "/extended")}>Cancel</ButtonLink>
      </div>
    </Form>
  );
}
