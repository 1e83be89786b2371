import { EllipsisHorizontal } from "@medusajs/icons"
import { DropdownMenu, IconButton } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useDeleteRules } from "../../hooks/use-delete-rules"
import type { LowStockRule } from "../../lib/low-stock-rule-draft"

interface RuleMenuProps {
  rule: LowStockRule
  /** What it watches. */
  name: { item: string; place: string }
  edit: () => void
}

/** What can be done with a rule. */
export function RuleMenu({ rule, name, edit }: RuleMenuProps) {
  const { t } = useTranslation("stockroom")
  const { remove, isPending } = useDeleteRules()
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <IconButton
          size="small"
          variant="transparent"
          aria-label={t("lowStockRules.menuOf", {
            ...name,
            interpolation: { escapeValue: false },
          })}
          isLoading={isPending}
        >
          <EllipsisHorizontal />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="end">
        <DropdownMenu.Item onSelect={edit}>{t("lowStockRules.edit")}</DropdownMenu.Item>
        <DropdownMenu.Item onSelect={() => void remove([rule])}>
          {t("lowStockRules.delete")}
        </DropdownMenu.Item>
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
