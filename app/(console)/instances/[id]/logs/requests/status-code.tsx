import { Badge } from "@/components/ui/badge";

interface StatusCodeProps {
  readonly status: number;
  readonly scimType?: string | undefined;
}

/** The status of an answer, with what it means as icon and colour. */
export function StatusCode({ status, scimType }: StatusCodeProps) {
  const tone = status >= 500 ? "bad" : status >= 400 ? "warn" : "good";
  return (
    <Badge tone={tone}>
      {status}
      {/* In a narrow table the detail says the same in words. */}
      {scimType !== undefined && <span className="@max-[40rem]:hidden">{scimType}</span>}
    </Badge>
  );
}
