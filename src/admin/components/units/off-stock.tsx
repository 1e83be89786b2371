import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useLocationNames } from "../../hooks/api/use-location-names"
import { useFormats } from "../../hooks/use-formats"

/** Stock that is no whole number of the base unit's steps, a place a line; nothing where there is none. */
export function OffStock({ off }: { off: { what: string; quantity: string }[] }) {
  const { t } = useTranslation("stockroom")
  const { quantity } = useFormats()
  const { data: locations = [] } = useLocationNames()
  if (!off.length) {
    return null
  }
  const named = (what: string) =>
    locations.reduce((text, { id, name }) => text.replaceAll(id, name), what)
  return (
    <div
      role="alert"
      className="bg-ui-tag-orange-bg border-ui-tag-orange-border rounded-lg border p-3"
    >
      <Text size="small" weight="plus" className="text-ui-tag-orange-text">
        {t("units.offTitle")}
      </Text>
      <ul className="txt-small text-ui-tag-orange-text">
        {off.map((one) => {
          const [, state, location] = one.what.match(/^(\S+) at location (.+)$/) ?? []
          return (
            <li key={one.what} className="break-words tabular-nums">
              {state
                ? t("units.offAt", {
                    state: t(`states.${state}`),
                    location: named(location),
                    quantity: quantity(one.quantity),
                  })
                : t("units.offOther", { what: one.what, quantity: quantity(one.quantity) })}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
