import type { InstanceOptions } from "./ready-application";

/** The extended fields of lib/scim/filter/cases.ts and lib/scim/patch/cases.ts, as an instance makes them. */
export const FILTER_FIELDS: NonNullable<InstanceOptions["fields"]> = [
  { key: "costcenter", name: "Cost center", type: "text" },
  { key: "level", name: "Level", type: "number" },
  { key: "remote", name: "Works remotely", type: "boolean" },
  { key: "hiredat", name: "Hired at", type: "datetime" },
  { key: "skills", name: "Skills", type: "multichoice", options: ["go", "Go", "rust", "sql"] },
];
