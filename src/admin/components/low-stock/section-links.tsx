import { clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { NavLink } from "react-router-dom"

/** The pages of low stock, in the order in which they are worked through. */
const SECTIONS = {
  alerts: "/inventory/low-stock",
  report: "/inventory/low-stock/report",
  rules: "/inventory/low-stock/rules",
  runs: "/inventory/low-stock/runs",
} as const

/** Leads from each page of low stock to the others. */
export function SectionLinks() {
  const { t } = useTranslation("stockroom")
  return (
    <nav aria-label={t("lowStock.title")} className="flex flex-wrap gap-2">
      {Object.entries(SECTIONS).map(([section, path]) => (
        <NavLink
          key={section}
          to={path}
          end
          className={({ isActive }) =>
            clx(
              "txt-compact-small-plus rounded-full px-3 py-1.5 outline-none",
              "focus-visible:shadow-borders-focus",
              isActive
                ? "bg-ui-bg-base text-ui-fg-base shadow-elevation-card-rest"
                : "text-ui-fg-subtle hover:text-ui-fg-base"
            )
          }
        >
          {t(`lowStock.sections.${section as keyof typeof SECTIONS}`)}
        </NavLink>
      ))}
    </nav>
  )
}
