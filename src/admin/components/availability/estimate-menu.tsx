import { EllipsisHorizontal } from "@medusajs/icons"
import { DropdownMenu, IconButton, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useReorderEstimates, useSaveEstimate } from "../../hooks/api/use-availability"
import { useDeleteEstimate } from "../../hooks/use-delete-estimate"
import { useFailureText } from "../../hooks/use-failure-text"
import type { Estimate } from "../../lib/estimate-draft"
import { reordered } from "../../lib/estimate-order"

interface EstimateMenuProps {
  estimate: Estimate
  all: Estimate[]
  isStale: boolean
  edit: () => void
}

/** What can be done with an estimate. */
export function EstimateMenu({ estimate, all, isStale, edit }: EstimateMenuProps) {
  const { t } = useTranslation("stockroom")
  const failureText = useFailureText()
  const save = useSaveEstimate()
  const reorder = useReorderEstimates()
  const { remove, isPending } = useDeleteEstimate()
  const { id, title, is_default: isDefault } = estimate
  const onError = (error: Error) =>
    toast.error(t("availability.estimates.failed"), { description: failureText(error) })
  const up = reordered(all, id, -1)
  const down = reordered(all, id, 1)
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <IconButton
          size="small"
          variant="transparent"
          aria-label={t("availability.estimates.menuOf", {
            title,
            interpolation: { escapeValue: false },
          })}
          isLoading={save.isPending || reorder.isPending || isPending}
        >
          <EllipsisHorizontal />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end">
        <DropdownMenu.Item onSelect={edit}>{t("availability.estimates.edit")}</DropdownMenu.Item>
        <DropdownMenu.Item
          onSelect={() => save.mutate({ id, is_default: !isDefault }, { onError })}
        >
          {t(`availability.estimates.${isDefault ? "endDefault" : "makeDefault"}`)}
        </DropdownMenu.Item>
        {/* By what the list says: not while it is being read again. */}
        <DropdownMenu.Item
          disabled={isStale || !up.length}
          onSelect={() => reorder.mutate(up, { onError })}
        >
          {t("availability.estimates.up")}
        </DropdownMenu.Item>
        <DropdownMenu.Item
          disabled={isStale || !down.length}
          onSelect={() => reorder.mutate(down, { onError })}
        >
          {t("availability.estimates.down")}
        </DropdownMenu.Item>
        <DropdownMenu.Separator />
        <DropdownMenu.Item onSelect={() => void remove(estimate)}>
          {t("availability.estimates.delete")}
        </DropdownMenu.Item>
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
