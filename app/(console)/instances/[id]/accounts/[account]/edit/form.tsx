"use client";

import { useRouter } from "next/navigation";
import { useActionState, useEffect } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Form } from "@/components/ui/form";
import type { ExtendedField } from "@/lib/directory/extended-fields/extended-field";
import { OrganizationField } from "../../../organizations/organization-field";
import type { ChosenOrganization } from "../../../organizations/organization-picker";
import { accountsPath } from "../../account-path";
import { updateAccountAction } from "../../actions";
import { BASIC_FIELDS, BasicFields } from "../../basic-fields";
import { ExtendedFields } from "../../extended-fields";
import { type BasicInput, basicInput, extendedInput, extendedName, textOf } from "../../form-input";
import { errorOf, Refusal } from "../../refusal";

interface EditAccountFormProps {
  readonly instanceId: string;
  readonly accountId: string;
  /** The one that the form was made from. */
  readonly version: number;
  readonly basic: BasicInput;
  readonly organization: ChosenOrganization;
  readonly fields: readonly ExtendedField[];
  /** The extended values, as texts by key. */
  readonly extended: Readonly<Record<string, string>>;
  /** The keys of the encrypted fields that hold a value. */
  readonly held: readonly string[];
}

/** Changes an account, unless somebody else did meanwhile. */
export function EditAccountForm(props: EditAccountFormProps) {
  const { instanceId, accountId, version, basic, organization, fields, extended, held } = props;
  const router = useRouter();
  const [result, action, pending] = useActionState(updateAccountAction.bind(null, instanceId), undefined);
  const refusal = result && !result.ok ? result : undefined;
  const saved = result?.ok === true;

  useEffect(() => {
    if (!saved) return;
    toast.success("Account saved");
    router.push(accountsPath(instanceId, accountId));
  }, [saved, instanceId, accountId, router]);

  function submit(data: FormData) {
    action({
      accountId,
      version,
      ...basicInput(data),
      organizationId: textOf(data, "organizationId"),
      extended: extendedInput(data, fields, extended),
    });
  }

  const shown = [...BASIC_FIELDS, "organizationId", ...fields.map(({ key }) => extendedName(key))];
  return (
    <Form action={submit} pending={pending || saved} result={result}>
      <Refusal refusal={refusal} fields={shown} />
      <BasicFields initial={basic} refusal={refusal} />
      <OrganizationField
        instanceId={instanceId}
        initial={organization}
        error={errorOf(refusal, "organizationId")}
      />
      <ExtendedFields fields={fields} initial={extended} held={held} refusal={refusal} />
      <div className="flex gap-2">
        <Button type="submit" variant="primary">
          Save
        </Button>
        <ButtonLink href={accountsPath(instanceId, accountId)}>Cancel</ButtonLink>
      </div>
    </Form>
  );
}
