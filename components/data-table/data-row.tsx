import Link from "next/link";
import type { ReactNode } from "react";
import { type MenuItem, RowMenu } from "../ui/menu";

interface DataRowProps {
  readonly cells: readonly { readonly id: string; readonly className: string; readonly content: ReactNode }[];
  readonly href: string | undefined;
  readonly menu: readonly MenuItem[] | undefined;
  readonly menuLabel: string;
}

const CELL =
  "h-10 border-line border-b px-2 py-0.5 group-last:border-b-0 first:pl-4 last:pr-4 @max-[40rem]:px-1.5 @max-[40rem]:first:pl-3 @max-[40rem]:last:pr-1.5 wrap-break-word @max-[40rem]:wrap-anywhere [&_time]:wrap-normal";

/** A row of 40 px; higher only where a cell has to wrap. */
export function DataRow({ cells, href, menu, menuLabel }: DataRowProps) {
  const [first, ...others] = cells;
  return (
    <tr className={`group relative ${href === undefined ? "" : "hover:bg-ground"}`}>
      {first && (
        <th
          scope="row"
          className={`${CELL} w-[36%] min-w-28 max-w-0 wrap-anywhere font-normal ${first.className}`}
        >
          {href === undefined ? (
            first.content
          ) : (
            // The link's area is laid over the row; what else can be pressed in the row stands above it.
            <Link href={href} className="group/link -outline-offset-2 after:absolute after:inset-0">
              {first.content}
            </Link>
          )}
        </th>
      )}
      {others.map(({ id, className, content }) => (
        <td key={id} className={`${CELL} [&_a]:relative [&_button]:relative [&_time]:relative ${className}`}>
          {content}
        </td>
      ))}
      {menu && (
        <td className={`${CELL} w-10 text-right`}>
          <span className="relative inline-flex">
            <RowMenu label={menuLabel} items={menu} />
          </span>
        </td>
      )}
    </tr>
  );
}
