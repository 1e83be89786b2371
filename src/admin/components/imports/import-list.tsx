import { Container, Heading, Table, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import type { NamedImport } from "../../../api/types/imports"
import { useImports } from "../../hooks/api/use-imports"
import { useFormats } from "../../hooks/use-formats"
import { LoadFailure } from "../load-failure"
import { LoadingRows } from "../loading-rows"
import { ImportStatus } from "./import-status"
import { Pages } from "../pages"
import { LINK } from "../../lib/link-style"

const PAGE = 10

interface ImportListProps {
  /** The import that the page shows, which is not linked. */
  shown: string | null
}

/** Earlier imports, newest first. */
export function ImportList({ shown }: ImportListProps) {
  const { t } = useTranslation("stockroom")
  const [page, setPage] = useState(0)
  const { data, isPending, isError, error, refetch } = useImports({
    limit: PAGE,
    offset: page * PAGE,
  })
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("imports.list.title")}</Heading>
      </div>
      {isPending ? (
        <LoadingRows rows={4} />
      ) : isError && !data ? (
        <LoadFailure title={t("imports.list.error")} error={error} retry={refetch} />
      ) : !data.count ? (
        <Text size="small" className="text-ui-fg-subtle px-6 py-8 text-center">
          {t("imports.list.empty")}
        </Text>
      ) : (
        <>
          <div
            className="focus-visible:shadow-borders-focus overflow-x-auto outline-none"
            role="region"
            aria-label={t("imports.list.title")}
            tabIndex={0}
          >
            <Table>
              <Table.Header>
                <Table.Row>
                  <Table.HeaderCell>{t("imports.list.file")}</Table.HeaderCell>
                  <Table.HeaderCell>{t("imports.list.status")}</Table.HeaderCell>
                  <Table.HeaderCell className="text-right">
                    {t("imports.list.changes")}
                  </Table.HeaderCell>
                  <Table.HeaderCell className="text-right">
                    {t("imports.list.errors")}
                  </Table.HeaderCell>
                  <Table.HeaderCell>{t("imports.list.when")}</Table.HeaderCell>
                  <Table.HeaderCell>{t("imports.list.who")}</Table.HeaderCell>
                </Table.Row>
              </Table.Header>
              <Table.Body>
                {data.imports.map((one) => (
                  <ImportListRow key={one.id} one={one} shown={one.id === shown} />
                ))}
              </Table.Body>
            </Table>
          </div>
          <Pages page={page} size={PAGE} count={data.count} onChange={setPage} />
        </>
      )}
    </Container>
  )
}

function ImportListRow({ one, shown }: { one: NamedImport; shown: boolean }) {
  const { moment, quantity } = useFormats()
  return (
    <Table.Row>
      <Table.Cell className="max-w-64 truncate" title={one.file_name}>
        {shown ? (
          one.file_name
        ) : (
          <Link className={LINK} to={`/inventory/levels/import?id=${one.id}`}>
            {one.file_name}
          </Link>
        )}
      </Table.Cell>
      <Table.Cell>
        <ImportStatus status={one.status} />
      </Table.Cell>
      <Table.Cell className="text-right tabular-nums">{quantity(String(one.changes))}</Table.Cell>
      <Table.Cell className="text-right tabular-nums">{quantity(String(one.errors))}</Table.Cell>
      <Table.Cell className="whitespace-nowrap">
        <time dateTime={one.created_at}>{moment(one.created_at)}</time>
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap">{one.created_by_name ?? "–"}</Table.Cell>
    </Table.Row>
  )
}
