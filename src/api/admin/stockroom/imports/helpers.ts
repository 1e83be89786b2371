import type { MedusaContainer } from "@medusajs/framework/types"

import { type ImportRecord, resolveStockroom } from "../../../../modules/inventory"
import type { NamedImport } from "../../../types/imports"
import { readNames } from "../../../utils/names"

/** Adds who made each import. */
export async function withCreators(
  container: MedusaContainer,
  records: ImportRecord[]
): Promise<NamedImport[]> {
  const { users } = await readNames(container, {
    items: [],
    locations: [],
    users: records.map(({ created_by }) => created_by),
  })
  return records.map((record) => ({
    ...record,
    created_by_name: (record.created_by && users[record.created_by]) ?? null,
  }))
}

/** An import as it is now. */
export async function readImport(container: MedusaContainer, id: string): Promise<NamedImport> {
  const record = await resolveStockroom(container).retrieveImport(id)
  return (await withCreators(container, [record]))[0]
}
