interface SkeletonProps {
  /** Height and width as Tailwind classes, equal to what will stand here. */
  readonly size: string;
}

/** A still grey place for what is on its way: it keeps the height, so that nothing jumps. */
export function Skeleton({ size }: SkeletonProps) {
  return <div aria-hidden className={`rounded-md bg-sunken ${size}`} />;
}
