/**
 * An item's units as jsonb, the base unit first; null where it has none.
 *
 * @param item - an expression of the item's id
 */
export function unitsOfItem(item: string): string {
  return `(select jsonb_agg(jsonb_build_object('key', iu.key, 'name', iu.name,
      'factor', trim_scale(iu.factor)::text, 'base', iu.base, 'precision', iu.precision,
      'increment', trim_scale(iu.increment)::text, 'priority', iu.priority)
      order by iu.base desc, iu.priority, iu.key collate "C")
    from inventory_item_unit iu where iu.inventory_item_id = ${item})`
}
