import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button, Container, Heading, Text, toast } from "@medusajs/ui"
import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"

import { ChangeDrawer } from "../../../components/levels/change-drawer"
import { FilterBar } from "../../../components/levels/filter-bar"
import { LevelsTable } from "../../../components/levels/levels-table"
import { NoLevels } from "../../../components/levels/no-levels"
import { Pager } from "../../../components/levels/pager"
import { SelectionBar } from "../../../components/levels/selection-bar"
import { LoadFailure } from "../../../components/load-failure"
import { LoadingRows } from "../../../components/loading-rows"
import { LookOnly } from "../../../components/rights/look-only"
import { useLocationNames } from "../../../hooks/api/use-location-names"
import { useStockExport } from "../../../hooks/api/use-stock-export"
import {
  LEVELS_PAGE,
  MOST_CHANGES,
  useAllStockLevels,
  useStockLevels,
} from "../../../hooks/api/use-stock-levels"
import { useFailureText } from "../../../hooks/use-failure-text"
import { useFigures } from "../../../hooks/use-figures"
import { useLevelFilters } from "../../../hooks/use-level-filters"
import { useLevelSelection } from "../../../hooks/use-level-selection"
import { useMay } from "../../../hooks/use-may"
import { isNarrowed, type LevelFilters } from "../../../lib/level-filters"
import { levelNames } from "../../../lib/stock-level"

/** Every item at every location: to be found, compared and changed, many at once. */
const LevelsPage = () => {
  const { t } = useTranslation("stockroom")
  const failureText = useFailureText()
  const may = useMay()
  const { filters, change, turn, clear } = useLevelFilters()
  const [figures, setFigures] = useFigures()
  const [changing, setChanging] = useState(false)
  const { data, isPending, isError, error, refetch, isPlaceholderData } = useStockLevels(filters)
  const selection = useLevelSelection(data?.stock ?? [], (level) =>
    may("levels", level.location_id)
  )
  const locations = useLocationNames()
  const readAll = useAllStockLevels()
  const exported = useStockExport()
  const names = useMemo(
    () => levelNames([...(data?.stock ?? []), ...selection.levels], locations.data ?? []),
    [data, selection.levels, locations.data]
  )

  /** Other levels match then; what was chosen of these would be changed unseen. */
  function narrow(part: Partial<LevelFilters>): void {
    selection.clear()
    change(part)
  }

  function tellFailure(title: string) {
    return (reason: unknown) => toast.error(title, { description: failureText(reason) })
  }

  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-4">
        <div>
          <Heading>{t("levels.title")}</Heading>
          <Text className="text-ui-fg-subtle" size="small">
            {t("levels.subtitle")}
          </Text>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button variant="secondary" size="small" asChild>
            <Link to="/inventory/history">{t("levels.history")}</Link>
          </Button>
          {may("levels") && (
            <Button variant="secondary" size="small" asChild>
              <Link to="/inventory/levels/import">{t("levels.import")}</Link>
            </Button>
          )}
          <Button
            variant="secondary"
            size="small"
            isLoading={exported.isPending}
            onClick={() =>
              exported.mutate(filters, { onError: tellFailure(t("levels.exportFailed")) })
            }
          >
            {t("levels.export")}
          </Button>
        </div>
      </div>
      <LookOnly right="levels" />
      <FilterBar
        filters={filters}
        figures={figures}
        onChange={narrow}
        onClear={() => {
          selection.clear()
          clear()
        }}
        onFigures={setFigures}
      />
      {selection.levels.length > 0 && data && (
        <SelectionBar
          chosen={selection.levels.length}
          matching={Math.min(data.count, MOST_CHANGES)}
          isLowerBound={data.count_is_lower_bound}
          isReading={readAll.isPending}
          chooseAll={() =>
            readAll.mutate(filters, {
              onSuccess: selection.replace,
              onError: tellFailure(t("levels.error")),
            })
          }
          change={() => setChanging(true)}
          clear={selection.clear}
        />
      )}
      {isPending && <LoadingRows rows={10} />}
      {isError && !data && <LoadFailure title={t("levels.error")} error={error} retry={refetch} />}
      {data && data.stock.length === 0 && (
        <NoLevels isNarrowed={isNarrowed(filters)} clear={clear} />
      )}
      {data && data.stock.length > 0 && (
        <div className={isPlaceholderData ? "opacity-60" : ""} aria-busy={isPlaceholderData}>
          <LevelsTable
            levels={data.stock}
            names={names}
            figures={figures}
            order={data.order}
            canOrderByFigure={!data.count_is_lower_bound}
            selection={may("levels") ? selection : null}
            onOrder={(order) => change({ order })}
          />
          <Pager
            from={filters.from}
            rows={data.stock.length}
            count={data.count}
            isLowerBound={data.count_is_lower_bound}
            previous={
              data.previous_cursor
                ? () => turn(data.previous_cursor, Math.max(1, filters.from - LEVELS_PAGE))
                : null
            }
            next={
              data.next_cursor
                ? () => turn(data.next_cursor, filters.from + data.stock.length)
                : null
            }
          />
        </div>
      )}
      <ChangeDrawer
        levels={selection.levels}
        names={names}
        open={changing}
        onOpenChange={setChanging}
        done={() => {
          setChanging(false)
          selection.clear()
        }}
      />
    </Container>
  )
}

export const config = defineRouteConfig({
  label: "levels.menu",
  translationNs: "stockroom",
  nested: "/inventory",
})

export default LevelsPage
