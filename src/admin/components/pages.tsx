import { Table } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

interface PagesProps {
  /** From 0 on. */
  page: number
  size: number
  count: number
  onChange: (page: number) => void
}

/** Leads through a long table; nothing where it fits one page. */
export function Pages({ page, size, count, onChange }: PagesProps) {
  const { t } = useTranslation("stockroom")
  const pages = Math.ceil(count / size)
  if (pages < 2) {
    return null
  }
  return (
    <Table.Pagination
      count={count}
      pageSize={size}
      pageIndex={page}
      pageCount={pages}
      canPreviousPage={page > 0}
      canNextPage={page < pages - 1}
      previousPage={() => onChange(page - 1)}
      nextPage={() => onChange(page + 1)}
      translations={{
        of: t("paging.of"),
        results: t("paging.results"),
        pages: t("paging.pages"),
        prev: t("paging.previous"),
        next: t("paging.next"),
      }}
    />
  )
}
