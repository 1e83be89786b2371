import { Badge } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"

import type { NamedLocationSettings } from "../../../api/types/location"
import { Combobox } from "../combobox"

interface LocationFieldProps {
  label: string
  /** Those that may be chosen. */
  locations: NamedLocationSettings[]
  /** Of the one that is chosen, which may not be among those that may be. */
  name: string
  error?: string
  autoFocus?: boolean
  onChange: (id: string) => void
}

/** Chooses a stock location by its name. */
export function LocationField(props: LocationFieldProps) {
  const { label, locations, name, error, autoFocus, onChange } = props
  const { t } = useTranslation("stockroom")
  /** Null while nobody types: the field says what is chosen. */
  const [text, setText] = useState<string | null>(null)
  const wanted = (text ?? "").trim().toLowerCase()
  return (
    <Combobox
      label={label}
      size="small"
      placeholder={t("transferForm.route.placeholder")}
      listLabel={t("transferForm.route.list")}
      none={t("transferForm.route.none")}
      text={text ?? name}
      options={locations.filter((one) => one.name?.toLowerCase().includes(wanted))}
      error={error}
      autoFocus={autoFocus}
      onText={setText}
      onBlur={() => setText(null)}
      onChoose={({ id }) => {
        setText(null)
        onChange(id)
      }}
    >
      {(location) => (
        <div className="flex flex-wrap items-center justify-between gap-x-2">
          <span>{location.name}</span>
          {!location.active && <Badge size="2xsmall">{t("grid.inactive")}</Badge>}
          {["virtual", "supplier"].includes(location.kind) && (
            <Badge size="2xsmall" color="blue">
              {t(`locations.kinds.${location.kind}`)}
            </Badge>
          )}
        </div>
      )}
    </Combobox>
  )
}
