/** A file's name with the day, as the person's own clock has it: `stock-2026-11-25.csv`. */
export function datedName(name: string, day: Date): string {
  const two = (n: number) => String(n).padStart(2, "0")
  return `${name}-${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}.csv`
}
