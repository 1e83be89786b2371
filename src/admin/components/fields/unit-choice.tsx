import { clx, Select, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

/** The unit that a quantity is typed in. */
export interface UnitEntry {
  /** Of the item, as the API answers them: the first is the base unit. */
  units: readonly { key: string; name: string }[] | undefined
  /** The key of the chosen one; the base unit where there is none. */
  value: string | null
  /** What the choice is called where there are several on a page; else just that it is the unit. */
  label?: string
  onChange: (unit: string) => void
}

/** Which unit a quantity is in: a choice where the item has several, else the name of the only one. */
export function UnitChoice({ units, value, label, onChange }: UnitEntry) {
  const { t } = useTranslation("stockroom")
  const unit = units?.find(({ key }) => key === value) ?? units?.[0]
  if (!units || !unit) {
    return null
  }
  if (units.length === 1) {
    return (
      <Text size="small" className={clx("text-ui-fg-subtle", NAME)}>
        {unit.name}
      </Text>
    )
  }
  return (
    <Select size="small" value={unit.key} onValueChange={onChange}>
      <Select.Trigger
        className={clx("w-auto shrink-0 gap-x-1", NAME)}
        aria-label={label ?? t("units.unit")}
      >
        <Select.Value />
      </Select.Trigger>
      <Select.Content>
        {units.map(({ key, name }) => (
          <Select.Item key={key} value={key}>
            {name}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  )
}

/** A long name is cut off before the quantity is. */
const NAME = "max-w-[50%] truncate"
