import type { Actor } from '../../../kernel/access/actor.ts'
import { exact } from '../../../kernel/personal-data/counts.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { formKey } from '../../../kernel/storage/idempotency.ts'
import { ballotFormInput } from '../../../tabs/contract/ballots/drafts.ts'
import type { BallotRow, BallotSheet } from '../../../tabs/contract/ballots/sheets.ts'
import { idParams, type Page, pageQuery } from '../../../tabs/contract/primitives.ts'
import type { Programme } from '../../programme/index.ts'
import { directionsOf, tableOf, workshopOf } from '../ballot/audience.ts'
import { type BallotResult, type BallotSeen, isCancelled, showsTotals, verdictOf } from '../ballot/domain.ts'
import type { ListUsecases } from '../ballot/list-usecases.ts'
import { rowOf } from '../ballot/routes.ts'
import type { ShowUsecases } from '../ballot/usecases.ts'
import type { BallotFormUsecases } from '../drafting/form-choices-usecases.ts'
import { channelName, typedForm } from '../drafting/routes.ts'
import type { LifecycleUsecases } from './usecases.ts'

const PAGE = 20
/** Results are listed here for ever (milliseconds). */
const EVER = Math.floor(Number.MAX_SAFE_INTEGER / 4)

function outcomeOf(ballot: BallotResult): Pick<BallotSheet, 'verdict'> {
  if (ballot.stage !== 'closed' || isCancelled(ballot) || !showsTotals(ballot)) return {}
  const verdict = verdictOf(ballot)
  if (verdict.kind === 'won') return { verdict: { kind: 'won', leaders: [verdict.leader.id] } }
  const leaders = verdict.kind === 'tie' ? verdict.leaders.map(({ id }) => id) : []
  return { verdict: { kind: verdict.kind, leaders } }
}

type Parts = Pick<ListUsecases, 'waiting' | 'agenda' | 'atTables' | 'countAtTables'> & {
  readonly show: ShowUsecases['show']
  readonly lifecycle: Pick<LifecycleUsecases, 'open' | 'start' | 'close'>
  readonly places: BallotFormUsecases['places']
  readonly programme: Pick<Programme, 'directions' | 'zone'>
}

/** Opening, following and closing ballots, for organisers. */
export function lifecycleRoutes(parts: Parts): ApiRoute[] {
  const { waiting, agenda, atTables, countAtTables, show, lifecycle, places, programme } = parts
  async function sheetOf(ballot: BallotResult): Promise<BallotSheet> {
    const asked = directionsOf(ballot.audience, programme.directions)
    return {
      ...rowOf(ballot),
      ideas: ballot.options.flatMap(({ id, idea }) => (idea === undefined ? [] : [{ option: id, idea }])),
      supports: [...ballot.directions].map(([option, count]) => ({
        option,
        count: exact('open-ballot', count),
      })),
      directions: (asked.length > 0 ? asked : programme.directions).length,
      places: (await places(ballot.id)).map(channelName),
      ...outcomeOf(ballot),
    }
  }
  /** The last vote of a workshop's tables stands for them all. */
  async function withTables(ballots: readonly BallotSeen[]): Promise<readonly BallotRow[]> {
    const workshops = ballots.flatMap(({ audience }) =>
      tableOf(audience) === undefined ? [] : (workshopOf(audience) ?? []),
    )
    const counts = await countAtTables(workshops)
    return ballots.map(ballot => {
      const { audience, named } = ballot
      const workshop = tableOf(audience) === undefined ? undefined : workshopOf(audience)
      const found = workshop === undefined ? undefined : counts.get(workshop)
      if (workshop === undefined || !found) return rowOf(ballot)
      const { count, open } = found
      return { ...rowOf(ballot), tables: { workshop, title: named[0] ?? '', count, open } }
    })
  }
  const sheetAfter = (act: (actor: Actor, id: string) => Promise<BallotResult>) => {
    return async ({ actor, params }: { actor: Actor; params: unknown }) =>
      sheetOf(await act(actor, parse(idParams, params).id))
  }
  return [
    {
      method: 'get',
      path: '/ballots/waiting',
      run: async ({ actor }): Promise<Page<BallotRow>> => ({
        items: (await waiting(actor)).map(rowOf),
      }),
    },
    {
      method: 'get',
      path: '/ballots/all',
      run: async ({ actor, query }): Promise<Page<BallotRow>> => {
        const { after } = parse(pageQuery, query)
        const { items, ...next } = await agenda(actor, PAGE, after, EVER, 'folded')
        return { items: await withTables(items), ...next }
      },
    },
    {
      method: 'get',
      path: '/workshops/:id/table-votes',
      run: async ({ actor, params, query }): Promise<Page<BallotRow>> => {
        const { after } = parse(pageQuery, query)
        const { items, ...next } = await atTables(actor, parse(idParams, params).id, PAGE, after)
        return { items: items.map(rowOf), ...next }
      },
    },
    {
      method: 'post',
      path: '/ballots',
      run: async ({ actor, body }): Promise<BallotSheet> => {
        const { nonce, ...input } = parse(ballotFormInput, body)
        return sheetOf(
          await lifecycle.open(actor, typedForm(input, programme.zone), [formKey(actor.id, nonce, input)]),
        )
      },
    },
    { method: 'get', path: '/ballots/:id/sheet', run: sheetAfter(show) },
    { method: 'post', path: '/ballots/:id/start', run: sheetAfter(lifecycle.start) },
    { method: 'post', path: '/ballots/:id/close', run: sheetAfter(lifecycle.close) },
  ]
}
