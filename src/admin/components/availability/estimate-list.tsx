import { Button, Container, Heading, Table, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"

import { useEstimates } from "../../hooks/api/use-availability"
import { useMayEverywhere } from "../../hooks/use-may"
import type { Estimate } from "../../lib/estimate-draft"
import { EmptyList } from "../empty-list"
import { ListTable } from "../list-table"
import { LoadFailure } from "../load-failure"
import { LoadingRows } from "../loading-rows"
import { EstimateDrawer } from "./estimate-drawer"
import { EstimateRow } from "./estimate-row"

const COLUMNS = ["title", "languages", "leadTime"] as const

/** The store's estimates, in the order in which they are offered. */
export function EstimateList() {
  const { t } = useTranslation("stockroom")
  const mayChange = useMayEverywhere()("levels")
  const [target, setTarget] = useState<{ estimate?: Estimate } | null>(null)
  const { data: estimates, isPending, isError, error, refetch, isFetching } = useEstimates()
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-6 py-4">
        <div>
          <Heading level="h2">{t("availability.estimates.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("availability.estimates.subtitle")}
          </Text>
        </div>
        {estimates && mayChange && (
          <Button variant="secondary" size="small" onClick={() => setTarget({})}>
            {t("availability.estimates.add")}
          </Button>
        )}
      </div>
      {isPending && <LoadingRows rows={3} />}
      {isError && !estimates && (
        <LoadFailure title={t("availability.estimates.error")} error={error} retry={refetch} />
      )}
      {estimates?.length === 0 && (
        <EmptyList
          title={t("availability.estimates.empty")}
          hint={t("availability.estimates.emptyHint")}
        />
      )}
      {estimates && estimates.length > 0 && (
        <ListTable
          label={t("availability.estimates.list")}
          isStale={false}
          head={
            <>
              {COLUMNS.map((column) => (
                <Table.HeaderCell key={column}>
                  {t(`availability.estimates.columns.${column}`)}
                </Table.HeaderCell>
              ))}
              <Table.HeaderCell>
                <span className="sr-only">{t("availability.estimates.columns.menu")}</span>
              </Table.HeaderCell>
            </>
          }
        >
          {estimates.map((estimate) => (
            <EstimateRow
              key={estimate.id}
              estimate={estimate}
              all={estimates}
              isStale={isFetching}
              edit={mayChange ? () => setTarget({ estimate }) : null}
            />
          ))}
        </ListTable>
      )}
      {target && estimates && (
        <EstimateDrawer {...target} all={estimates} onClose={() => setTarget(null)} />
      )}
    </Container>
  )
}
