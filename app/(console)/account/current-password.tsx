import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";

interface CurrentPasswordProps {
  readonly refusal: { readonly message: string; readonly field?: string | undefined } | undefined;
}

/** The field that proves who it is. */
export function CurrentPassword({ refusal }: CurrentPasswordProps) {
  return (
    <Field
      label="Your password"
      error={refusal?.field === "currentPassword" ? refusal.message : undefined}
      required
    >
      {(control) => (
        <TextInput {...control} name="currentPassword" type="password" autoComplete="current-password" />
      )}
    </Field>
  );
}
