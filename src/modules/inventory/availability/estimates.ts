import { isLocale } from "../../../core/availability"
import { Refusal } from "../../../core/refusal"
import { newId } from "../ids"
import type { Run } from "../posting/connection"
import type { AvailabilityEstimate, AvailabilityEstimateInput } from "./types"

/** What a change of estimates has done, and how they were before. */
export interface EstimateChange {
  estimate: AvailabilityEstimate
  /** Every estimate that was changed, as it was. */
  before: AvailabilityEstimate[]
  /** A new one, which was not there before. */
  created: string | null
}

const MAX_TITLE = 200

/** All estimates: by priority, then by title. */
export async function listEstimates(
  read: Run,
  page: { limit: number; offset: number }
): Promise<[AvailabilityEstimate[], number]> {
  const rows = await read<AvailabilityEstimate & { count: string }>(LIST, [page.limit, page.offset])
  const [{ count }] = await read<{ count: string }>(COUNT)
  return [rows, Number(count)]
}

/** @throws Refusal `not_found` */
export async function retrieveEstimate(read: Run, id: string): Promise<AvailabilityEstimate> {
  const [estimate] = await read<AvailabilityEstimate>(BY_ID, [id])
  if (!estimate) {
    throw Refusal.notFound(`Availability estimate ${id} was not found`, { estimate_id: id })
  }
  return estimate
}

/**
 * Makes an estimate, or changes one. A new default takes the place of the old one.
 *
 * @param id - null for a new one
 * @throws Refusal `invalid_data` with the field, `not_found`
 */
export async function saveEstimate(
  run: Run,
  id: string | null,
  input: AvailabilityEstimateInput
): Promise<EstimateChange> {
  // One after another, so that two never wait for each other's default.
  await run(LOCK_ALL)
  const old = id === null ? null : await retrieveEstimate(run, id)
  const title = (input.title ?? old?.title ?? "").trim()
  if (!title || title.length > MAX_TITLE) {
    throw Refusal.invalid("title", `must have 1 to ${MAX_TITLE} characters`)
  }
  const isDefault = input.is_default ?? old?.is_default ?? false
  const replaced = isDefault ? await run<AvailabilityEstimate>(OTHER_DEFAULTS, [id]) : []
  await run(UNSET_DEFAULTS, [replaced.map((one) => one.id)])
  const [estimate] = await run<AvailabilityEstimate>(WRITE, [
    id ?? newId("iest"),
    title,
    JSON.stringify(readTranslations(input.translations, old)),
    input.priority ?? old?.priority ?? 0,
    input.lead_time_days === undefined ? (old?.lead_time_days ?? null) : input.lead_time_days,
    isDefault,
  ])
  return {
    estimate,
    before: [...replaced, ...(old ? [old] : [])],
    created: old ? null : estimate.id,
  }
}

/** Deletes an estimate. Its products have the store's default from then on. */
export async function deleteEstimate(run: Run, id: string): Promise<AvailabilityEstimate> {
  const [estimate] = await run<AvailabilityEstimate>(DELETE, [id])
  return estimate ?? (await retrieveEstimate(run, id))
}

/** Puts estimates back to what they were, for a workflow that fails later. */
export async function putBackEstimates(
  run: Run,
  { before, created }: Pick<EstimateChange, "before" | "created">
): Promise<void> {
  await run(LOCK_ALL)
  await run(FORGET, [created])
  const ids = before.map(({ id }) => id)
  await run(UNSET_DEFAULTS, [ids])
  // The default last: there is never more than one.
  for (const one of [...before].sort((a, b) => Number(a.is_default) - Number(b.is_default))) {
    await run(WRITE, [
      one.id,
      one.title,
      JSON.stringify(one.translations),
      one.priority,
      one.lead_time_days,
      one.is_default,
    ])
  }
}

function readTranslations(
  given: Record<string, string> | null | undefined,
  old: AvailabilityEstimate | null
): Record<string, string> {
  if (given === undefined) {
    return old?.translations ?? {}
  }
  for (const [locale, title] of Object.entries(given ?? {})) {
    if (!isLocale(locale)) {
      throw Refusal.invalid(`translations.${locale}`, "must be of a locale, as de or pt-BR")
    }
    if (!title.trim() || title.length > MAX_TITLE) {
      throw Refusal.invalid(`translations.${locale}`, `must have 1 to ${MAX_TITLE} characters`)
    }
  }
  return given ?? {}
}

const FIELDS = `e.id, e.title, e.translations, e.priority, e.lead_time_days, e.is_default,
  e.created_at, e.updated_at`

const LIST = {
  name: "",
  text: `
    select ${FIELDS} from inventory_availability_estimate e where e.deleted_at is null
    order by e.priority, e.title, e.id limit $1 offset $2`,
}

const COUNT = {
  name: "",
  text: "select count(*) as count from inventory_availability_estimate where deleted_at is null",
}

const BY_ID = {
  name: "",
  text: `
    select ${FIELDS} from inventory_availability_estimate e
    where e.id = $1 and e.deleted_at is null`,
}

const LOCK_ALL = {
  name: "",
  text: "lock table inventory_availability_estimate in share row exclusive mode",
}

const OTHER_DEFAULTS = {
  name: "",
  text: `
    select ${FIELDS} from inventory_availability_estimate e
    where e.is_default and e.deleted_at is null and e.id is distinct from $1`,
}

const UNSET_DEFAULTS = {
  name: "",
  text: `
    update inventory_availability_estimate set is_default = false, updated_at = clock_timestamp()
    where id = any($1::text[]) and is_default`,
}

/** Also brings one back that was deleted. */
const WRITE = {
  name: "",
  text: `
    insert into inventory_availability_estimate as e
      (id, title, translations, priority, lead_time_days, is_default)
    values ($1, $2, $3::jsonb, $4, $5, $6)
    on conflict (id) do update set title = excluded.title, translations = excluded.translations,
      priority = excluded.priority, lead_time_days = excluded.lead_time_days,
      is_default = excluded.is_default, updated_at = clock_timestamp(), deleted_at = null
    returning ${FIELDS}`,
}

const DELETE = {
  name: "",
  text: `
    update inventory_availability_estimate e
    set deleted_at = clock_timestamp(), updated_at = clock_timestamp()
    where e.id = $1 and e.deleted_at is null returning ${FIELDS}`,
}

const FORGET = {
  name: "",
  text: "delete from inventory_availability_estimate where id = $1",
}
