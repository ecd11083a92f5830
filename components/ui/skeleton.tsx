import { cn } from "./cn";

export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cn("h-4 animate-shimmer rounded-sm bg-line/80", className)} />;
}

export function ListSkeleton({ rows = 10 }: { rows?: number }) {
  return (
    <div aria-hidden className="space-y-3">
      <Skeleton className="h-24 w-full" />
      <div className="space-y-px overflow-hidden rounded-md border border-line">
        <Skeleton className="h-10 rounded-none" />
        {Array.from({ length: rows }, (_, row) => (
          <div key={row} className="flex items-center gap-6 bg-surface px-4 py-3">
            <Skeleton className="w-1/3" />
            <Skeleton className="w-1/6" />
            <Skeleton className="w-1/5" />
            <Skeleton className="ml-auto w-16" />
          </div>
        ))}
      </div>
    </div>
  );
}

export function FormSkeleton({ fields = 8 }: { fields?: number }) {
  return (
    <div aria-hidden className="grid gap-5 rounded-md border border-line bg-surface p-6 md:grid-cols-2">
      {Array.from({ length: fields }, (_, field) => (
        <div key={field} className="space-y-2">
          <Skeleton className="w-24" />
          <Skeleton className="h-8" />
        </div>
      ))}
    </div>
  );
}

export function DetailSkeleton() {
  return (
    <div aria-hidden className="space-y-4">
      <Skeleton className="h-7 w-72" />
      <Skeleton className="h-56 w-full" />
      <Skeleton className="h-40 w-full" />
    </div>
  );
}
