import type { readRuleSettings, RuleProblems } from "./low-stock-rule-draft"

type Settings = ReturnType<typeof readRuleSettings>["settings"]

/** What many rules can be given at once. */
export const BULK_PARTS = [
  "threshold",
  "stopSelling",
  "reorderTo",
  "leadTime",
  "actions",
  "enabled",
  "mutedUntil",
] as const
export type BulkPart = (typeof BULK_PARTS)[number]

/** As the API names them. */
const NAMES = {
  threshold: "threshold",
  stopSelling: "stop_selling",
  reorderTo: "reorder_to",
  leadTime: "lead_time_days",
  actions: "actions",
  enabled: "enabled",
  mutedUntil: "muted_until",
} as const satisfies Record<BulkPart, keyof Settings>

/** Of what a form says, only the parts that are to change. */
export function partSettings(settings: Settings, parts: ReadonlySet<BulkPart>): Partial<Settings> {
  return Object.fromEntries([...parts].map((part) => [NAMES[part], settings[NAMES[part]]]))
}

/** What stands against the parts that are to change. */
export function partProblems(problems: RuleProblems, parts: ReadonlySet<BulkPart>): RuleProblems {
  const names = new Set<string>([...parts].map((part) => NAMES[part]))
  return Object.fromEntries(
    Object.entries(problems).filter(([path]) => names.has(path.split(".")[0]))
  )
}
