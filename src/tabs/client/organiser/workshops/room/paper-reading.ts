import type { RollView, ScreenView } from '../../../../contract/attendance.ts'
import type { Page } from '../../../../contract/primitives.ts'
import type { RemoteView, RunningOrderView } from '../../../../contract/room/remote.ts'
import type { TablesView } from '../../../../contract/workshops/tables.ts'
import type { Call } from '../../../data/api/call.ts'
import { pathTo } from '../../../data/store/lists.ts'
import { byName } from '../tables/door-list.ts'

/** A line of the list by name; `table`: absent without one. */
export type PaperName = { readonly id: string; readonly name: string; readonly table?: number }

/** The day, as it goes onto paper. */
export type PaperDay = {
  readonly screen: ScreenView
  readonly names: readonly PaperName[]
  readonly tables: TablesView['tables']
  readonly order: RunningOrderView
}

/** Pages of a list that are read: twenty hold a thousand people. */
const MOST_PAGES = 40

/** Everybody on the attendance list, where no tables are drawn yet. */
async function readRoll(call: Call, id: string): Promise<readonly PaperName[]> {
  const path = `/attendance/${encodeURIComponent(id)}/people`
  const names: PaperName[] = []
  let after: string | undefined
  for (let page = 0; page < MOST_PAGES; page++) {
    const at = after === undefined ? path : `${path}?after=${encodeURIComponent(after)}`
    const { items, next } = await call<Page<RollView>>('GET', at)
    names.push(...items.map(({ id: person, name }) => ({ id: person, name })))
    if (next === undefined) break
    after = next
  }
  return names
}

/** Reads all that is printed, when it is. @throws Failure */
export async function readPaper(call: Call, id: string, language: string): Promise<PaperDay> {
  const [screen, tables, remote] = await Promise.all([
    call<ScreenView>('GET', `/attendance/${encodeURIComponent(id)}`),
    call<TablesView>('GET', pathTo('/workshops', id, 'tables')),
    call<RemoteView>('GET', pathTo('/workshops', id, 'remote')),
  ])
  const names = tables.draw ? byName(tables, language) : await readRoll(call, id)
  return { screen, names, tables: tables.tables, order: remote.order }
}
