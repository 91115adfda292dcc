/** Letters put in, left out, changed or exchanged with their neighbour (optimal string alignment). */
export function distance(one: string, other: string): number {
  let last = Array.from({ length: other.length + 1 }, (_, at) => at)
  let before = last
  for (let row = 1; row <= one.length; row++) {
    const now = [row]
    for (let at = 1; at <= other.length; at++) {
      const same = one[row - 1] === other[at - 1] ? 0 : 1
      const least = [(last[at] ?? 0) + 1, (now[at - 1] ?? 0) + 1, (last[at - 1] ?? 0) + same]
      const crossed = one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1]
      if (crossed && row > 1 && at > 1) least.push((before[at - 2] ?? 0) + 1)
      now.push(Math.min(...least))
    }
    ;[before, last] = [last, now]
  }
  return last.at(-1) ?? 0
}
