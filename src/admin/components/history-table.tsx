import { Button, Heading, Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { UnitsByItem } from "../../api/types/units"
import { useHistory } from "../hooks/api/use-history"
import { groupMovements } from "../lib/history-movements"
import type { HistoryQuery } from "../lib/history-query"
import { MovementRows } from "./history/movement-rows"
import { LoadFailure } from "./load-failure"
import { LoadingRows } from "./loading-rows"

interface HistoryTableProps {
  query: HistoryQuery
  /** Shows the latest rows, and no way to older ones. */
  latest?: number
  /** Leaves out what all rows have in common: the item. */
  ofOneItem?: boolean
}

/**
 * The history as a table: what happened, to what, by how much, what was left, and who did it. The
 * rows of a movement stand together.
 */
export function HistoryTable({ query, latest, ofOneItem = false }: HistoryTableProps) {
  const { t } = useTranslation("stockroom")
  const history = useHistory(query, latest)
  const { data, isPending, isError, error, refetch, isPlaceholderData } = history

  if (isPending) {
    return <LoadingRows rows={8} />
  }
  if (isError && !data) {
    return <LoadFailure title={t("history.error")} error={error} retry={refetch} />
  }
  const movements = groupMovements(data.pages.flatMap((page) => page.history))
  const units = Object.assign({}, ...data.pages.map((page) => page.units)) as UnitsByItem
  if (!movements.length) {
    return <Nothing narrowed={!latest && Object.keys(query).length > 0} />
  }
  return (
    <>
      <div
        className="focus-visible:shadow-borders-focus overflow-x-auto outline-none"
        role="region"
        aria-label={t("history.title")}
        aria-busy={isPlaceholderData}
        tabIndex={0}
      >
        <Table
          className={`[&_td:not(:last-child)]:pr-4 [&_th:not(:last-child)]:pr-4 ${isPlaceholderData ? "opacity-60" : ""}`}
        >
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell>{t("history.when")}</Table.HeaderCell>
              <Table.HeaderCell>{t("history.what")}</Table.HeaderCell>
              <Table.HeaderCell>
                {t(ofOneItem ? "history.location" : "history.item")}
              </Table.HeaderCell>
              <Table.HeaderCell>{t("history.state")}</Table.HeaderCell>
              <Table.HeaderCell className="text-right">{t("history.quantity")}</Table.HeaderCell>
              <Table.HeaderCell className="text-right">{t("history.balance")}</Table.HeaderCell>
              <Table.HeaderCell className="w-px">
                <span className="sr-only">{t("history.menuColumn")}</span>
              </Table.HeaderCell>
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {movements.map((movement) => (
              <MovementRows
                key={movement.id}
                movement={movement}
                units={units}
                ofOneItem={ofOneItem}
              />
            ))}
          </Table.Body>
        </Table>
      </div>
      {isError && <LoadFailure title={t("history.error")} error={error} retry={refetch} />}
      {!latest && history.hasNextPage && (
        <div className="flex justify-center p-4">
          <Button
            variant="secondary"
            size="small"
            isLoading={history.isFetchingNextPage}
            onClick={() => history.fetchNextPage()}
          >
            {t("history.older")}
          </Button>
        </div>
      )}
    </>
  )
}

function Nothing({ narrowed }: { narrowed: boolean }) {
  const { t } = useTranslation("stockroom")
  return (
    <div className="flex flex-col items-center gap-y-1 px-6 py-16 text-center">
      <Heading level="h3">{t(narrowed ? "history.noMatch" : "history.empty")}</Heading>
      <Text className="text-ui-fg-subtle">
        {t(narrowed ? "history.noMatchHint" : "history.emptyHint")}
      </Text>
    </div>
  )
}
