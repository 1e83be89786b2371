import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"

import type {
  LowStockNames,
  LowStockRuleResponse,
  LowStockRulesChangedResponse,
  LowStockRulesImportedResponse,
} from "../../../api/types/low-stock"
import type { UnitsByItem } from "../../../api/types/units"
import { datedName } from "../../lib/dated-name"
import type { LowStockRule, readRuleSettings, readWatched } from "../../lib/low-stock-rule-draft"
import { STOCKROOM_QUERIES } from "../../lib/medusa-queries"
import { ruleFilters, type RuleQuery } from "../../lib/rule-query"
import { saveFile } from "../../lib/save-file"
import { sdk } from "../../lib/sdk"

const RULES = "/admin/stockroom/low-stock/rules"
/** A rule opens and ends alerts, so that all of low stock is read again when one is changed. */
const KEY = [STOCKROOM_QUERIES, "low-stock"]

export const RULES_PAGE = 50

type Settings = ReturnType<typeof readRuleSettings>["settings"]
type Watched = ReturnType<typeof readWatched>["watched"]

/** A change of a rule: what is left out stays. */
export type RuleChange = Partial<Settings> & {
  /** The key of the unit that the quantities are in; the base unit where it is left out. */
  unit?: string
}

interface RulesAnswer {
  rules: LowStockRule[]
  count: number
  names: LowStockNames
  units: UnitsByItem
}

/** A page of the rules that a query leaves: the store's defaults first, then by SKU. */
export function useLowStockRules(query: RuleQuery) {
  const request = { ...ruleFilters(query), limit: RULES_PAGE, offset: query.page * RULES_PAGE }
  return useQuery({
    queryKey: [...KEY, "rules", request],
    queryFn: () => sdk.client.fetch<RulesAnswer>(RULES, { query: request }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}

/** Makes a rule, or changes the one with the id. */
export function useSaveLowStockRule() {
  return useRuleMutation((rule: (Watched & Settings) | ({ id: string } & RuleChange)) => {
    const { id, ...body } = "id" in rule ? rule : { ...rule, id: null }
    return sdk.client.fetch<LowStockRuleResponse>(
      id === null ? RULES : `${RULES}/${encodeURIComponent(id)}`,
      { method: "POST", body }
    )
  })
}

/** Changes and deletes many rules: all of it or nothing. */
export function useChangeLowStockRules() {
  return useRuleMutation((body: { update?: ({ id: string } & RuleChange)[]; delete?: string[] }) =>
    sdk.client.fetch<LowStockRulesChangedResponse>(`${RULES}/batch`, { method: "POST", body })
  )
}

/** Takes rules from a file, or tells what that would come to. */
export function useImportLowStockRules() {
  return useRuleMutation((body: { content: string; check: boolean }) =>
    sdk.client.fetch<LowStockRulesImportedResponse>(`${RULES}/import`, { method: "POST", body })
  )
}

/** Downloads the rules that a query leaves as CSV. */
export function useLowStockRulesExport() {
  return useMutation({
    mutationFn: async (query: RuleQuery) => {
      const response = await sdk.client.fetch<Response>(`${RULES}/export`, {
        query: ruleFilters(query),
        headers: { accept: "text/csv" },
      })
      saveFile(await response.blob(), datedName("low-stock-rules", new Date()))
    },
  })
}

function useRuleMutation<Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn,
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  })
}
