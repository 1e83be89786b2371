import { Container, Heading, Tabs, Text } from "@medusajs/ui"
import { type ReactNode, useId, useState } from "react"

import { useFormats } from "../../hooks/use-formats"
import type { LowStockFilterValues } from "../../lib/low-stock-filters"
import { FilterButton } from "../filter-button"
import { FilterChips } from "./filter-chips"
import { FilterFields, type FilterFieldsProps } from "./filter-fields"
import { SectionLinks } from "./section-links"

interface ListPageProps<Tab extends string> extends Pick<FilterFieldsProps, "fields"> {
  title: string
  subtitle: string
  /** Beside the title. */
  actions?: ReactNode
  tabsLabel: string
  tabs: { value: Tab; label: string; count?: number }[]
  tab: Tab
  onTab: (tab: Tab) => void
  /** Beside the tabs. */
  search?: ReactNode
  filters: LowStockFilterValues
  onFilter: FilterFieldsProps["onFilter"]
  clear: () => void
  children: ReactNode
}

/** A page of low stock: the way to the others, tabs, filters, and what is left of the list. */
export function ListPage<Tab extends string>(props: ListPageProps<Tab>) {
  const { title, subtitle, actions, tabs, tab, filters, onFilter } = props
  const id = useId()
  const { quantity } = useFormats()
  const [open, setOpen] = useState(false)
  return (
    <div className="flex flex-col gap-y-3">
      <SectionLinks />
      <Container className="divide-y p-0">
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-4">
          <div>
            <Heading>{title}</Heading>
            <Text className="text-ui-fg-subtle" size="small">
              {subtitle}
            </Text>
          </div>
          {actions}
        </div>
        <Tabs
          className="divide-y"
          value={tab}
          onValueChange={(chosen) => props.onTab(chosen as Tab)}
        >
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 px-6 py-3">
            <Tabs.List className="flex-wrap" aria-label={props.tabsLabel}>
              {tabs.map(({ value, label, count }) => (
                <Tabs.Trigger key={value} value={value}>
                  {label}
                  {count !== undefined && (
                    <span className="text-ui-fg-subtle ml-1.5 tabular-nums">
                      {quantity(String(count))}
                    </span>
                  )}
                </Tabs.Trigger>
              ))}
            </Tabs.List>
            <div className="flex flex-wrap items-center gap-2" role="search">
              {props.search}
              <FilterButton open={open} controls={id} onToggle={() => setOpen(!open)} />
            </div>
          </div>
          {open && (
            <FilterFields id={id} fields={props.fields} filters={filters} onFilter={onFilter} />
          )}
          <FilterChips filters={filters} onFilter={onFilter} clear={props.clear} />
          <Tabs.Content value={tab} tabIndex={-1}>
            {props.children}
          </Tabs.Content>
        </Tabs>
      </Container>
    </div>
  )
}
