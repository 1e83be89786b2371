import { parseQuantity, type Quantity } from "../../core/quantity"
import { isInSteps, MOST_DECIMALS, type UnitInput, type UnitRecord } from "../../core/units"
import { newKey } from "./new-key"
import { quantityText, readQuantity } from "./quantity-text"

/** A unit of an item as it is typed. */
export interface UnitDraft {
  /** Tells it from the others while its key is typed. */
  id: string
  key: string
  /** A key that nobody has typed follows the name. */
  isKeyTyped: boolean
  name: string
  base: boolean
  factor: string
  precision: string
  /** Empty: 1 in the last decimal. */
  increment: string
}

export type UnitField = "key" | "name" | "factor" | "precision" | "increment"

/** Why a field cannot be sent; the words are the translations' `units.problems.<says>`. */
export interface UnitDraftProblem {
  /** Its place in the list. */
  index: number
  field: UnitField
  says:
    | "missing"
    | "no_number"
    | "not_above_zero"
    | "bad_decimals"
    | "bad_key"
    | "key_taken"
    | "too_fine"
    | "off_base"
}

const KEY = /^[a-z0-9][a-z0-9_-]{0,39}$/
const LONGEST_KEY = 40

/** The units that an item has, as somebody would type them. */
export function draftsOf(units: readonly UnitRecord[], locale: string): UnitDraft[] {
  return units.map((unit) => ({
    id: unit.key,
    key: unit.key,
    isKeyTyped: true,
    name: unit.name,
    base: unit.base,
    factor: quantityText(unit.factor, locale),
    precision: String(unit.precision),
    increment: isLastDecimal(unit) ? "" : quantityText(unit.increment, locale),
  }))
}

/** One more unit, of which nothing is said yet; the first is the base unit. */
export function withNewUnit(drafts: UnitDraft[]): UnitDraft[] {
  const base = drafts.length === 0
  const empty = { key: "", isKeyTyped: false, name: "", precision: "0", increment: "" }
  return [...drafts, { ...empty, id: newKey(), base, factor: base ? "1" : "" }]
}

/** The same with something else said of one of them. */
export function withChange(
  drafts: UnitDraft[],
  index: number,
  part: Partial<UnitDraft>
): UnitDraft[] {
  return drafts.map((draft, at) => {
    if (at !== index) {
      return draft
    }
    const changed = { ...draft, ...part, isKeyTyped: draft.isKeyTyped || part.key !== undefined }
    return changed.isKeyTyped ? changed : { ...changed, key: keyOf(changed.name) }
  })
}

/** The same with another base unit. What the former one is of it, nobody has said yet. */
export function withBase(drafts: UnitDraft[], index: number): UnitDraft[] {
  return drafts.map((draft, at) => ({
    ...draft,
    base: at === index,
    factor: at === index ? "1" : draft.base ? "" : draft.factor,
  }))
}

/** The same with one of them a place further up or down. */
export function withMove(drafts: UnitDraft[], index: number, by: 1 | -1): UnitDraft[] {
  const moved = [...drafts]
  const [draft] = moved.splice(index, 1)
  moved.splice(index + by, 0, draft)
  return moved
}

/**
 * Reads what was typed.
 *
 * @param locale - a BCP 47 tag, for the decimal sign
 */
export function readUnitDrafts(
  drafts: UnitDraft[],
  locale: string
): { units: UnitInput[]; problems: UnitDraftProblem[] } {
  const problems: UnitDraftProblem[] = []
  const read = drafts.map((draft, index) => {
    const tell = (field: UnitField, says: UnitDraftProblem["says"]) =>
      problems.push({ index, field, says })
    const above = (field: "factor" | "increment") => {
      const text = draft[field].trim()
      const quantity = readQuantity(text, locale)
      if (quantity?.isGreaterThan(0)) {
        return quantity
      }
      tell(field, !text ? "missing" : quantity ? "not_above_zero" : "no_number")
      return null
    }
    if (!draft.name.trim()) {
      tell("name", "missing")
    }
    if (!KEY.test(draft.key)) {
      tell("key", draft.key ? "bad_key" : "missing")
    } else if (drafts.findIndex(({ key }) => key === draft.key) < index) {
      tell("key", "key_taken")
    }
    const decimals = readDecimals(draft.precision)
    if (decimals === null) {
      tell("precision", "bad_decimals")
    }
    const factor = draft.base ? parseQuantity(1, "factor") : above("factor")
    const increment = draft.increment.trim() ? above("increment") : lastDecimal(decimals)
    if (increment && decimals !== null && (increment.decimalPlaces() ?? 0) > decimals) {
      tell("increment", "too_fine")
    }
    return { draft, decimals, factor, increment }
  })
  const base = read.find(({ draft }) => draft.base)?.increment
  read.forEach(({ factor, increment }, index) => {
    const step = factor && increment?.multipliedBy(factor)
    if (base && step && !isInSteps(step, { increment: base })) {
      problems.push({ index, field: "factor", says: "off_base" })
    }
  })
  return {
    problems,
    units: read.map(({ draft, decimals, factor, increment }, priority) => ({
      key: draft.key,
      name: draft.name.trim(),
      base: draft.base,
      factor: factor?.toFixed() ?? "",
      precision: decimals ?? 0,
      increment: increment?.toFixed() ?? "",
      priority,
    })),
  }
}

function readDecimals(text: string): number | null {
  const decimals = /^\d{1,2}$/.test(text.trim()) ? Number(text) : null
  return decimals !== null && decimals <= MOST_DECIMALS ? decimals : null
}

function isLastDecimal({ precision, increment }: UnitRecord): boolean {
  return lastDecimal(precision)?.isEqualTo(increment) ?? false
}

/** One in the last of so many decimals. */
function lastDecimal(decimals: number | null): Quantity | null {
  return decimals === null ? null : parseQuantity(`1e-${decimals}`, "increment")
}

/** "Großer Karton" is `grosser-karton`. */
function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST_KEY)
    .replace(/^-+|-+$/g, "")
}
