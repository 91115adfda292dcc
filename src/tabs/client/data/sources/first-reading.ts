import type { Call } from '../api/call.ts'
import { chargeReadersOf, readersOf } from './direction.ts'
import { firstShown, isInCharge } from './direction-choices.ts'
import { followedPath } from './followed.ts'
import { pathOf, queryIn } from './gallery-query.ts'
import { isStart, lastDirection, lastToday } from './last-start.ts'
import { READERS, type Readers, SESSION_READERS } from './sources.ts'
import { TODAY_READERS } from './today.ts'

const readAll = <S extends object>(readers: Readers<S>, call: Call) =>
  Promise.all(Object.values<Readers<S>[keyof S]>(readers).map(read => read(call, 0)))

/** The Direction of the last time is asked for along with who acts: most often it is the one to begin with. */
async function readDirection(call: Call, fixed: string | null, wanted: string): Promise<void> {
  const guess = fixed || (wanted === '' && lastDirection.recall())
  const ahead = guess ? readAll(readersOf(guess), call) : undefined
  ahead?.catch(() => {})
  const [me, programme] = await Promise.all([SESSION_READERS.me(call, 0), SESSION_READERS.programme(call, 0)])
  const shown = fixed || firstShown(me.value, programme.value, wanted)
  const charge = shown && isInCharge(me.value, shown) && readAll(chargeReadersOf(shown), call)
  await Promise.all([charge, shown === guess ? ahead : shown && readAll(readersOf(shown), call)])
}

type Place = { readonly pathname: string; readonly search: string; readonly hash: string }

/** Asks for what the page at `place` will begin with, by the very readers that it will ask through. */
export async function beginReading(
  call: Call,
  { pathname, search, hash }: Place,
  wanted: string,
): Promise<void> {
  const tab = pathname.slice(pathname.lastIndexOf('/') + 1)
  if (tab === 'config') return
  if (tab === 'direction') return readDirection(call, new URLSearchParams(search).get('direction'), wanted)
  if (tab === 'organiser' && wanted === '' && isStart(hash) && lastToday.recall() !== '')
    readAll(TODAY_READERS, call).catch(() => lastToday.remember(''))
  if (tab === 'gallery')
    for (const path of [pathOf(queryIn(hash)), followedPath()]) void call('GET', path).catch(() => {})
  // A page that only a deep link opens reads other sources.
  await readAll(tab === 'personal' && !wanted.includes(':') ? READERS : SESSION_READERS, call)
}
