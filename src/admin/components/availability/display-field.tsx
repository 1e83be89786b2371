import { useTranslation } from "react-i18next"

import { DISPLAYS } from "../../../core/availability"
import type { DisplayDraft } from "../../lib/display-draft"
import { QuantityField } from "../fields/quantity-field"
import { SelectField } from "../fields/select-field"

interface DisplayFieldProps {
  draft: DisplayDraft
  /** How the store does it, in words, where a product can follow it. */
  ofStore?: string
  errorAt: (path: string) => string | undefined
  onChange: (part: Partial<DisplayDraft>) => void
}

/** When shoppers are told how many there are. */
export function DisplayField({ draft, ofStore, errorAt, onChange }: DisplayFieldProps) {
  const { t } = useTranslation("stockroom")
  const choices = DISPLAYS.map((display) => ({
    value: display as DisplayDraft["display"],
    label: t(`availability.form.displays.${display}`),
  }))
  if (ofStore !== undefined) {
    choices.unshift({
      value: "inherit",
      label: t("availability.form.displays.inherit", { display: ofStore }),
    })
  }
  return (
    <>
      <SelectField
        label={t("availability.form.display")}
        choices={choices}
        value={draft.display}
        error={errorAt("display")}
        onChange={(display) => onChange({ display: display as DisplayDraft["display"] })}
      />
      {draft.display === "below" && (
        <QuantityField
          label={t("availability.form.below")}
          value={draft.below}
          error={errorAt("display_below")}
          onChange={(below) => onChange({ below })}
        />
      )}
    </>
  )
}
