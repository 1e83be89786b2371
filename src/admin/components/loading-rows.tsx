import { Skeleton } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

/** Grey rows in the place of what is being loaded. */
export function LoadingRows({ rows }: { rows: number }) {
  const { t } = useTranslation("stockroom")
  return (
    <div className="flex flex-col gap-y-2 px-6 py-4" role="status" aria-label={t("loading")}>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} className="h-8 w-full" />
      ))}
    </div>
  )
}
