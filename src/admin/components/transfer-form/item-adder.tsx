import { useState } from "react"
import { useTranslation } from "react-i18next"

import { useReadItemUnits } from "../../hooks/api/use-item-units"
import { useItemsOfCode } from "../../hooks/api/use-transfer-items"
import { useFailureText } from "../../hooks/use-failure-text"
import type { DraftItem } from "../../lib/transfer-draft"
import { ItemPicker } from "../item-picker"

interface ItemAdderProps {
  /** One is chosen, in the unit that it is shown in. */
  choose: (item: DraftItem) => void
  /** One base unit is scanned. */
  scan: (item: DraftItem) => void
  /** What stands against the items as a whole. */
  error: string | undefined
}

/** Adds items: chosen from a list, or by a SKU or barcode and Enter, as a scanner types them. */
export function ItemAdder({ choose, scan, error }: ItemAdderProps) {
  const { t } = useTranslation("stockroom")
  const failureText = useFailureText()
  const lookUp = useItemsOfCode()
  const readUnits = useReadItemUnits()
  const [problem, setProblem] = useState<string>()

  async function take(code: string): Promise<boolean> {
    try {
      const { items } = await lookUp.mutateAsync(code)
      if (items.length === 1) {
        setProblem(undefined)
        scan(items[0])
        return true
      }
      setProblem(t(`transferForm.items.${items.length ? "several" : "notFound"}`, { code }))
    } catch (error) {
      setProblem(failureText(error))
    }
    return false
  }

  async function add(item: DraftItem): Promise<void> {
    setProblem(undefined)
    try {
      choose({ ...item, units: await readUnits(item.id) })
    } catch (error) {
      setProblem(failureText(error))
    }
  }

  return (
    <ItemPicker
      label={t("transferForm.items.add")}
      error={problem ?? error}
      onText={() => setProblem(undefined)}
      onChoose={(item) => void add(item)}
      onCode={take}
    />
  )
}
