import type { ImportProgress, ImportReport } from "@/lib/directory/accounts/import/report";

/** A line of the answer to an import: how far it is, and at the end what came of it. */
export type ImportMessage =
  | { readonly kind: "progress"; readonly progress: ImportProgress }
  | { readonly kind: "report"; readonly report: ImportReport }
  | { readonly kind: "refused"; readonly message: string };
