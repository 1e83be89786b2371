/**
 * A small seeded generator (mulberry32). The shop has to come out the same on every machine, so
 * nothing in the seed calls `Math.random`.
 */
export function createRandom(seed) {
  let state = seed >>> 0

  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }

  const between = (low, high) => low + Math.floor(next() * (high - low + 1))
  const pick = (list) => list[Math.floor(next() * list.length)]

  return {
    between,
    pick,
    chance: (probability) => next() < probability,

    /** Picks a key of `{ key: weight }`. */
    weighted(weights) {
      const entries = Object.entries(weights)
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [key, weight] of entries) {
        left -= weight
        if (left < 0) return key
      }
      return entries[entries.length - 1][0]
    },

    /** Picks `count` different entries of `list`. */
    sample(list, count) {
      const rest = [...list]
      const taken = []
      while (taken.length < count && rest.length) {
        taken.push(rest.splice(Math.floor(next() * rest.length), 1)[0])
      }
      return taken
    },
  }
}
