import { useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { useSearchParams } from "react-router-dom"

import type { UnitsByItem } from "../../../../../api/types/units"
import { EmptyList } from "../../../../components/empty-list"
import { SearchField } from "../../../../components/levels/search-field"
import { LoadFailure } from "../../../../components/load-failure"
import { LoadingRows } from "../../../../components/loading-rows"
import { ListPage } from "../../../../components/low-stock/list-page"
import { BulkDrawer } from "../../../../components/low-stock-rules/bulk-drawer"
import { ImportDrawer } from "../../../../components/low-stock-rules/import-drawer"
import { RuleDrawer } from "../../../../components/low-stock-rules/rule-drawer"
import { RuleSelection } from "../../../../components/low-stock-rules/rule-selection"
import { RuleTable } from "../../../../components/low-stock-rules/rule-table"
import { RulesHead } from "../../../../components/low-stock-rules/rules-head"
import { Pages } from "../../../../components/pages"
import { LookOnly } from "../../../../components/rights/look-only"
import { RULES_PAGE, useLowStockRules } from "../../../../hooks/api/use-low-stock-rules"
import { useMay } from "../../../../hooks/use-may"
import { useMayAtPool } from "../../../../hooks/use-may-at-pool"
import { useSelection } from "../../../../hooks/use-selection"
import { isFiltered } from "../../../../lib/list-query"
import type { LowStockRule } from "../../../../lib/low-stock-rule-draft"
import {
  RULE_FILTERS,
  RULE_TABS,
  ruleAddress,
  type RuleFilter,
  type RuleQuery,
} from "../../../../lib/rule-query"
import { sharedUnits } from "../../../../lib/shared-units"

type Opened = { rule?: LowStockRule } | "file" | "many"

/** From which quantity on stock is low, where, and what is done then. Tab, search and filters are in the address. */
const LowStockRulesPage = () => {
  const { t } = useTranslation("stockroom")
  const may = useMay()
  const mayAt = useMayAtPool()
  const [params, setParams] = useSearchParams()
  const query = ruleAddress.read(params)
  const { data, isPending, isError, error, refetch, isPlaceholderData } = useLowStockRules(query)
  const selection = useSelection(data?.rules ?? [], ({ id }) => id, mayAt)
  // Of the rules of other pages, too, that are chosen.
  const seen = useRef<UnitsByItem>({}).current
  Object.assign(seen, data?.units)
  const [opened, setOpened] = useState<Opened | null>(null)
  const close = () => setOpened(null)
  const chosen = selection.rows.map(({ inventory_item_id }) => seen[inventory_item_id ?? ""])
  const shared = sharedUnits(chosen)

  /** Others match then; what was chosen of these would be changed unseen. */
  function change(next: RuleQuery): void {
    selection.clear()
    setParams(ruleAddress.params(next))
  }

  const says = isFiltered(query) || query.tab !== "all" ? "noMatch" : "empty"
  return (
    <>
      <ListPage
        title={t("lowStockRules.title")}
        subtitle={t("lowStockRules.subtitle")}
        actions={
          <RulesHead query={query} add={() => setOpened({})} takeFile={() => setOpened("file")} />
        }
        tabsLabel={t("lowStockRules.tabsLabel")}
        tabs={RULE_TABS.map((tab) => ({ value: tab, label: t(`lowStockRules.tabs.${tab}`) }))}
        tab={query.tab}
        onTab={(tab) => change({ ...query, tab, page: 0 })}
        search={
          <SearchField
            label={t("lowStock.search")}
            value={query.q}
            onChange={(q) => change({ ...query, q, page: 0 })}
          />
        }
        fields={[...RULE_FILTERS]}
        filters={query.filters}
        onFilter={(filter, values) =>
          change(ruleAddress.withFilter(query, filter as RuleFilter, values))
        }
        clear={() => change({ ...query, filters: {}, page: 0 })}
      >
        <LookOnly right="levels" />
        {selection.rows.length > 0 && (
          <RuleSelection
            rules={selection.rows}
            edit={() => setOpened("many")}
            clear={selection.clear}
          />
        )}
        {isPending && <LoadingRows rows={8} />}
        {isError && <LoadFailure title={t("lowStockRules.error")} error={error} retry={refetch} />}
        {data?.rules.length === 0 && (
          <EmptyList title={t(`lowStockRules.${says}`)} hint={t(`lowStockRules.${says}Hint`)} />
        )}
        {data && data.rules.length > 0 && (
          <>
            <RuleTable
              rules={data.rules}
              names={data.names}
              units={data.units}
              isStale={isPlaceholderData}
              selection={may("levels") ? selection : null}
              edit={(rule) => setOpened({ rule })}
            />
            <Pages
              page={query.page}
              size={RULES_PAGE}
              count={data.count}
              onChange={(page) => setParams(ruleAddress.params({ ...query, page }))}
            />
          </>
        )}
      </ListPage>
      {typeof opened === "object" && opened && <RuleDrawer rule={opened.rule} onClose={close} />}
      <ImportDrawer open={opened === "file"} close={close} />
      <BulkDrawer
        ruleIds={selection.rows.map(({ id }) => id)}
        units={shared}
        isMixed={!shared && chosen.some((units) => units !== undefined)}
        open={opened === "many"}
        close={close}
        done={() => {
          close()
          selection.clear()
        }}
      />
    </>
  )
}

export default LowStockRulesPage
