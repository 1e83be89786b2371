import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import type { Names } from "../../../api/types/names"
import { useFormats } from "../../hooks/use-formats"
import type { GrantRecord } from "../../lib/grant-drafts"
import { locationName } from "../../lib/names"

/** A person's rights in words, one a line. */
export function GrantSummary({ grants, names }: { grants: GrantRecord[]; names: Names }) {
  const { t } = useTranslation("stockroom")
  const { quantity } = useFormats()
  if (!grants.length) {
    return (
      <Text size="small" className="text-ui-fg-subtle">
        {t("rights.none")}
      </Text>
    )
  }
  return (
    <ul>
      {grants.map(({ right, location_ids, max_quantity }, index) => (
        <li key={index}>
          <Text size="small">
            {t(max_quantity === null ? "rights.line" : "rights.lineUpTo", {
              right: t(`rights.names.${right}`),
              where: location_ids
                ? location_ids.map((id) => locationName(names, id)).join(", ")
                : t("rights.everywhere"),
              most: max_quantity && quantity(max_quantity),
            })}
          </Text>
        </li>
      ))}
    </ul>
  )
}
