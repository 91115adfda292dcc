/**
 * Seats as one would keep them by hand, on lists, with nothing of the product's: what it does is held against this.
 * Slow and plain on purpose.
 */
export type Who = { readonly id: string; readonly direction?: string; readonly pilot: boolean }

export type Sheet = {
  readonly id: string
  readonly day: string
  capacity: number
  readonly reserved: number
  quotas?: Record<string, number>
  readonly releaseAt: number
  readonly startsAt: number
}

type Line = {
  readonly who: Who
  answer: 'yes' | 'no' | 'waiting' | 'offered'
  /** Order on the list, and when an offer ends. */
  no?: number
  until?: number
  kept?: boolean
}

const CONFIRM = 24 * 3_600_000
const sits = ({ answer }: Line) => answer === 'yes' || answer === 'offered'

export function referenceOf(sheets: readonly Sheet[]) {
  const lines = new Map(sheets.map(({ id }) => [id, new Map<string, Line>()]))
  let last = 0

  const of = (id: string) => [...(lines.get(id)?.values() ?? [])]
  const sheetOf = (id: string) => sheets.find(sheet => sheet.id === id) as Sheet
  const lineOf = (id: string, who: Who) => lines.get(id)?.get(who.id)
  const put = (id: string, line: Line) => lines.get(id)?.set(line.who.id, line)

  /** Which seat somebody can have, or why none. */
  function seatOf(id: string, who: Who, now: number) {
    const { capacity, reserved, quotas, releaseAt } = sheetOf(id)
    const seated = of(id).filter(sits)
    const full = seated.length >= capacity
    if (now >= releaseAt) return full ? 'workshop-full' : 'open'
    const kept = seated.filter(line => line.kept).length
    if (who.pilot && !full && kept < reserved) return 'reserved'
    if (quotas && who.direction === undefined) return 'direction-needed'
    if (full || seated.length - kept >= capacity - reserved) return 'workshop-full'
    if (!quotas) return 'open'
    const left = (direction: string) =>
      (quotas[direction] ?? 0) - seated.filter(line => !line.kept && line.who.direction === direction).length
    if (left(who.direction ?? '') > 0) return 'open'
    return Object.keys(quotas).some(direction => left(direction) > 0) ? 'direction-full' : 'workshop-full'
  }

  const sitsThatDay = (id: string, who: Who) =>
    sheets.some(other => {
      const line = lineOf(other.id, who)
      return other.id !== id && other.day === sheetOf(id).day && line !== undefined && sits(line)
    })

  /** Those who wait and could have a seat now, in order. */
  const fitting = (id: string, now: number) =>
    of(id)
      .filter(line => line.answer === 'waiting' && !sitsThatDay(id, line.who))
      .filter(({ who }) => ['open', 'reserved'].includes(seatOf(id, who, now)))
      .sort((a, b) => (a.no ?? 0) - (b.no ?? 0))

  function settle(id: string, now: number): void {
    for (const line of of(id))
      if (line.answer === 'offered' && (line.until ?? 0) <= now) put(id, { who: line.who, answer: 'no' })
    if (now >= sheetOf(id).startsAt) return
    for (let [next] = fitting(id, now); next; [next] = fitting(id, now)) {
      const kept = seatOf(id, next.who, now) === 'reserved'
      put(id, {
        who: next.who,
        answer: 'offered',
        until: Math.min(now + CONFIRM, sheetOf(id).startsAt),
        kept,
      })
    }
  }

  function seek(id: string, who: Who, orWait: boolean, now: number): string | undefined {
    if (of(id).some(line => line.answer === 'waiting')) settle(id, now)
    const line = lineOf(id, who)
    if (line?.answer === 'offered') return void put(id, { who, answer: 'yes', kept: line.kept ?? false })
    if (sitsThatDay(id, who)) return 'same-day'
    const seat = seatOf(id, who, now)
    if (seat === 'open' || seat === 'reserved')
      return void put(id, { who, answer: 'yes', kept: seat === 'reserved' })
    if (!orWait || seat === 'direction-needed') return seat
    if (line?.answer !== 'waiting') put(id, { who, answer: 'waiting', no: ++last })
    return undefined
  }

  function leave(id: string, who: Who): void {
    put(id, { who, answer: 'no' })
  }

  /** An act, or nothing of it when it is refused. @returns the code of the refusal */
  function whole(act: () => string | undefined): string | undefined {
    const before = new Map([...lines].map(([id, all]) => [id, new Map(all)]))
    const code = act()
    if (code !== undefined) for (const [id, all] of before) lines.set(id, all)
    return code
  }

  return {
    settle,
    of,
    fitting,
    sheetOf,

    yes: (id: string, who: Who, orWait: boolean, now: number) =>
      whole(() => (lineOf(id, who)?.answer === 'yes' ? undefined : seek(id, who, orWait, now))),

    no(id: string, who: Who, now: number): undefined {
      const line = lineOf(id, who)
      leave(id, who)
      if (line && sits(line)) settle(id, now)
    },

    confirm(id: string, who: Who, now: number): string | undefined {
      const line = lineOf(id, who)
      if (line?.answer === 'yes') return undefined
      if (line?.answer !== 'offered' || (line.until ?? 0) <= now) return 'no-offer'
      return void put(id, { who, answer: 'yes', kept: line.kept ?? false })
    },

    pass(id: string, who: Who, now: number): string | undefined {
      const answer = lineOf(id, who)?.answer
      if (answer === 'no') return undefined
      if (answer !== 'offered') return 'no-offer'
      leave(id, who)
      settle(id, now)
      return undefined
    },

    swap: (from: string, to: string, who: Who, now: number) =>
      whole(() => {
        const [old, next] = [lineOf(from, who), lineOf(to, who)]
        if (from === to || (next?.answer === 'yes' && !(old && sits(old)))) return undefined
        if (!old || !sits(old)) return 'no-seat'
        leave(from, who)
        const code = next?.answer === 'yes' ? undefined : seek(to, who, false, now)
        if (code === undefined) settle(from, now)
        return code
      }),
  }
}

export type Reference = ReturnType<typeof referenceOf>
