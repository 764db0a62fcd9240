import { z } from "zod";
import { database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { Change } from "../change/store";
import type { ExtendedField } from "./extended-field";

const Options = z.array(z.strictObject({ value: z.string(), disabled: z.boolean() }));
const Default = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).nullable();

type FieldRow = Prisma.ExtendedFieldModel;

export async function insertField({ prisma, instanceId, now }: Change, field: ExtendedField): Promise<void> {
  const { defaultValue, options, ...columns } = field;
  await prisma.extendedField.create({
    data: {
      ...columns,
      instanceId,
      createdAt: now,
      defaultValue: defaultValue === undefined ? Prisma.DbNull : copied(defaultValue),
      options: options.map(({ value, disabled }) => ({ value, disabled })),
    },
  });
}

/** By key. */
export async function findFields(instanceId: string): Promise<ExtendedField[]> {
  const { prisma } = await database();
  const rows = await prisma.extendedField.findMany({ where: { instanceId }, orderBy: { key: "asc" } });
  return rows.map(fieldOf);
}

/** The field, its row held, so that no value is written between a count and the end of the change. */
export async function lockField(tx: Change, id: string): Promise<ExtendedField | undefined> {
  const { prisma, sql, instanceId } = tx;
  await sql.query("SELECT 1 FROM extended_fields WHERE instance_id = $1 AND id = $2 FOR UPDATE", [
    instanceId,
    id,
  ]);
  const row = await prisma.extendedField.findUnique({ where: { instanceId_id: { instanceId, id } } });
  return row ? fieldOf(row) : undefined;
}

export async function countValues({ prisma, instanceId }: Change, fieldId: string): Promise<number> {
  return prisma.extendedValue.count({ where: { instanceId, fieldId } });
}

export async function deleteFieldRow({ prisma, instanceId }: Change, id: string): Promise<void> {
  await prisma.extendedField.delete({ where: { instanceId_id: { instanceId, id } } });
}

function fieldOf(row: FieldRow): ExtendedField {
  return {
    id: row.id,
    key: row.key,
    name: row.name,
    type: row.type,
    required: row.required,
    unique: row.unique,
    encrypted: row.encrypted,
    defaultValue: Default.parse(row.defaultValue) ?? undefined,
    description: row.description,
    options: Options.parse(row.options),
  };
}

function copied(value: NonNullable<ExtendedField["defaultValue"]>): string | number | boolean | string[] {
  return typeof value === "object" ? [...value] : value;
}
