/** Whether a variant is more than one unit of one item. */
export function isKit(items: { required_quantity: string }[]): boolean {
  return items.length > 1 || items.some(({ required_quantity }) => required_quantity !== "1")
}
