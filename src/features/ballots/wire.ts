import type { Wiring } from '../../conversation/wiring.ts'
import { drawnFrom } from '../../kernel/crypto/keyed-random.ts'
import type { ChannelUsecases } from '../channels/index.ts'
import type { IdeaUsecases } from '../ideas/index.ts'
import type { MessageUsecases } from '../messages/index.ts'
import type { PeopleUsecases } from '../people/index.ts'
import type { Programme } from '../programme/index.ts'
import type { DirectionUsecases, ReminderUsecases, WorkshopUsecases } from '../workshops/index.ts'
import { ballotRoutes } from './ballot/routes.ts'
import { ballotStore } from './ballot/store.ts'
import { ballotUsecases } from './ballot/usecases.ts'
import { offeringUsecases } from './drafting/form-choices-usecases.ts'
import { lastDayUsecases } from './lifecycle/last-day-usecases.ts'
import { sheetRoutes } from './lifecycle/routes.ts'
import { previewsOf, type Render } from './publication/cards.ts'
import { ballotHandlers } from './publication/handlers.ts'
import { ballotSearchHandlers } from './publication/search-handlers.ts'
import { ballotSearch } from './publication/search-usecases.ts'
import { closingStore } from './results/turnout-store.ts'
import { closingUsecases } from './results/turnout-usecases.ts'
import { resultUsecases } from './results/usecases.ts'
import { leavingStore } from './secrecy/erasure-store.ts'
import { leavingUsecases } from './secrecy/erasure-usecases.ts'
import { secretStore } from './secrecy/store.ts'
import { type SecretParts, secretUsecases } from './secrecy/usecases.ts'
import { tableRoutes } from './table-votes/routes.ts'
import { tableUsecases } from './table-votes/usecases.ts'

type Deps = Pick<SecretParts, 'ballotSecrets' | 'scrub'> & {
  /** Keys what is left of a voter who is erased. */
  readonly linkSecret: string
  readonly programme: Programme
  readonly channels: Pick<ChannelUsecases, 'targets' | 'announce' | 'announced' | 'announcedOf' | 'list'>
  readonly ideas: Pick<IdeaUsecases, 'byIds' | 'top' | 'tellTouched' | 'posted' | 'harvesting' | 'ofTable'>
  readonly people: PeopleUsecases
  readonly messages: Pick<MessageUsecases, 'workdays' | 'tellable'>
  readonly workshops: Pick<WorkshopUsecases, 'posted' | 'takingPlace' | 'lately'> &
    ReminderUsecases &
    Pick<DirectionUsecases, 'soon'>
}

/** `render` comes with the wiring: a preview shows the card that will be posted. */
export function wireBallots(wiring: Wiring & { readonly render: Render }, deps: Deps) {
  const previews = previewsOf({ ...wiring, ...deps })
  const secrets = secretUsecases({ ...wiring, ...deps, secretStore })
  const leaving = leavingUsecases({ ...wiring, ...deps, secrets, leaving: leavingStore })
  const tableQuestion = (table: string) => wiring.words(wiring.home).say('ballot.table.question', { table })
  const lastDays = lastDayUsecases({ ...wiring, ...deps, store: ballotStore })
  const usecases = ballotUsecases({ ...wiring, ...deps, store: ballotStore, secrets, leaving, lastDays })
  const tables = tableUsecases({ ...wiring, ...deps, ...usecases, store: ballotStore, tableQuestion })
  const search = ballotSearchHandlers({ ...wiring, ...deps, ballots: ballotSearch(usecases) })
  const draw = drawnFrom(deps.linkSecret)
  const results = resultUsecases({ ...wiring, ...deps, draw, store: ballotStore, closing: closingStore })
  const offering = offeringUsecases({ ...wiring, ...deps })
  const ballots = { ...usecases, ...results, ...tables, ...offering }
  const handlers = {
    ...ballotHandlers({ ...wiring, ...deps, ballots, secrets, lastDays, previews }),
    ...search,
  }
  const closing = closingUsecases({ ...wiring, ...deps, draw, store: ballotStore, closing: closingStore })
  return {
    usecases: { ...usecases, ...closing, leave: leaving.leave },
    byDirection: results.byDirection,
    handlers,
    /** At start: has what an earlier process left undone done. */
    resume: async () => {
      await secrets.resume()
      await lastDays.resume()
    },
    routes: [
      ...ballotRoutes(ballots),
      ...sheetRoutes({ ...wiring, ...deps, ballots, previews }),
      ...tableRoutes(ballots, wiring.tabLink),
    ],
  }
}
