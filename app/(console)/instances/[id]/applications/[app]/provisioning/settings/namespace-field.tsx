"use client";

import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { DEFAULT_NAMESPACE } from "@/lib/scim/urn";

/** Microsoft Entra ID accepts any NAME; this one is only where typing starts. */
const ENTRA_FORM = "urn:ietf:params:scim:schemas:extension:NAME:2.0:User";

interface NamespaceFieldProps {
  readonly value: string;
  readonly onChange: (urn: string) => void;
  readonly error: string | undefined;
  readonly readOnly: boolean;
}

/** The URN under which extended fields travel, with the two forms that the known clients use. */
export function NamespaceField({ value, onChange, error, readOnly }: NamespaceFieldProps) {
  return (
    <div className="flex flex-col gap-2">
      <Field
        label="Custom field namespace"
        hint="Extended fields travel under it as NAMESPACE:key. It has to be the same in the client."
        error={error}
        required
      >
        {(control) => (
          <TextInput
            {...control}
            mono
            value={value}
            onChange={(event) => onChange(event.target.value)}
            readOnly={readOnly}
            autoComplete="off"
            spellCheck={false}
          />
        )}
      </Field>
      {!readOnly && (
        <div className="flex flex-wrap gap-2">
          <Button size="small" onClick={() => onChange(DEFAULT_NAMESPACE)}>
            Use the Okta form
          </Button>
          <Button size="small" onClick={() => onChange(ENTRA_FORM)}>
            Use the Entra form
          </Button>
        </div>
      )}
      {value === ENTRA_FORM && (
        <p className="text-meta text-muted">
          Replace NAME with a name of your own, such as that of your company.
        </p>
      )}
    </div>
  );
}
