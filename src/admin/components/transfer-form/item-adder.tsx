import { useState } from "react"
import { useTranslation } from "react-i18next"

import { useItemsOfCode } from "../../hooks/api/use-transfer-items"
import { useFailureText } from "../../hooks/use-failure-text"
import type { DraftItem } from "../../lib/transfer-draft"
import { ItemPicker } from "../item-picker"

interface ItemAdderProps {
  add: (item: DraftItem) => void
  /** What stands against the items as a whole. */
  error: string | undefined
}

/** Adds items: chosen from a list, or by a SKU or barcode and Enter, as a scanner types them. */
export function ItemAdder({ add, error }: ItemAdderProps) {
  const { t } = useTranslation("stockroom")
  const failureText = useFailureText()
  const lookUp = useItemsOfCode()
  const [problem, setProblem] = useState<string>()

  async function take(code: string): Promise<boolean> {
    try {
      const { items } = await lookUp.mutateAsync(code)
      if (items.length === 1) {
        setProblem(undefined)
        add(items[0])
        return true
      }
      setProblem(t(`transferForm.items.${items.length ? "several" : "notFound"}`, { code }))
    } catch (error) {
      setProblem(failureText(error))
    }
    return false
  }

  return (
    <ItemPicker
      label={t("transferForm.items.add")}
      error={problem ?? error}
      onText={() => setProblem(undefined)}
      onChoose={(item) => {
        setProblem(undefined)
        add(item)
      }}
      onCode={take}
    />
  )
}
