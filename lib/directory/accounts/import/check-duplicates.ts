import { foldCase } from "@/lib/scim/compare";
import type { ExtendedField } from "../../extended-fields/extended-field";
import { fieldUniqueKey } from "../../extended-fields/field-value";
import { fieldColumn } from "../csv-columns";
import { phoneKey } from "../phone";
import type { CheckedRow } from "./check-row";

/** A kind of value that stands once in the directory. */
export interface UniqueKind {
  readonly column: string;
  /** Where the directory keeps it. */
  readonly place: "username" | "email" | "phone" | { readonly fieldId: string };
  readonly keyOf: (row: CheckedRow) => string | undefined;
}

export function uniqueKinds(
  fields: readonly ExtendedField[],
  { uniqueEmail, uniquePhone }: { readonly uniqueEmail: boolean; readonly uniquePhone: boolean },
): UniqueKind[] {
  const kinds: UniqueKind[] = [
    { column: "username", place: "username", keyOf: ({ row }) => folded(row.cells.get("username")) },
  ];
  if (uniqueEmail) {
    kinds.push({ column: "email", place: "email", keyOf: ({ row }) => folded(row.cells.get("email")) });
  }
  if (uniquePhone) {
    const keyOf = ({ values }: CheckedRow) => values?.phone && phoneKey(values.phone);
    kinds.push({ column: "phoneNumber", place: "phone", keyOf });
  }
  for (const field of fields.filter(({ unique }) => unique)) {
    const keyOf = ({ values }: CheckedRow) => {
      const value = values?.extended.get(field.id);
      return value === undefined ? undefined : (fieldUniqueKey(field, value) ?? undefined);
    };
    kinds.push({ column: fieldColumn(field), place: { fieldId: field.id }, keyOf });
  }
  return kinds;
}

/** Adds the problems of values that stand in the file twice, or in the directory already. */
export async function checkDuplicates(
  rows: readonly CheckedRow[],
  kinds: readonly UniqueKind[],
  findTaken: (kind: UniqueKind, keys: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<void> {
  for (const kind of kinds) {
    const first = new Map<string, CheckedRow>();
    for (const row of rows) {
      const key = kind.keyOf(row);
      if (key === undefined) continue;
      const earlier = first.get(key);
      if (!earlier) first.set(key, row);
      else {
        const message = `Row ${earlier.row.line} has the same ${kind.column}.`;
        row.problems.push({ column: kind.column, message });
      }
    }
    const taken = await findTaken(kind, [...first.keys()]);
    for (const key of taken) {
      const message = `An account of the directory has this ${kind.column} already.`;
      first.get(key)?.problems.push({ column: kind.column, message });
    }
  }
}

function folded(text: string | undefined): string | undefined {
  return text === undefined ? undefined : foldCase(text);
}
