import type { Actor } from '../../../kernel/access/actor.ts'
import { exact } from '../../../kernel/personal-data/counts.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { formKey } from '../../../kernel/storage/idempotency.ts'
import {
  type BallotCheck,
  type BallotChoices,
  type BallotPreview,
  type BallotRow,
  type BallotSheet,
  ballotForm,
  ballotFormInput,
  type ChannelName,
} from '../../../tabs/contract/ballot-sheets.ts'
import type { CardPreview } from '../../../tabs/contract/bot-card.ts'
import { idParams, type Page, pageQuery } from '../../../tabs/contract/primitives.ts'
import { type Channel, whereOf } from '../../channels/index.ts'
import type { Programme } from '../../programme/index.ts'
import { directionsOf } from '../ballot/audience.ts'
import {
  type BallotResult,
  type BallotSeen,
  isCancelled,
  showsTotals,
  stageOf,
  verdictOf,
} from '../ballot/domain.ts'
import { viewOf } from '../ballot/routes.ts'
import type { BallotUsecases } from '../ballot/usecases.ts'
import { formFields, typedBallot } from '../drafting/form.ts'
import type { OfferingUsecases } from '../drafting/form-choices-usecases.ts'
import type { Checked } from '../drafting/usecases.ts'

const PAGE = 20
/** A result is never forgotten here (milliseconds). */
const EVER = Math.floor(Number.MAX_SAFE_INTEGER / 4)

const nameOf = ({ id, name, teamName }: Channel): ChannelName => ({ id, name, team: teamName })

function rowOf(ballot: BallotSeen): BallotRow {
  const { stage, opensAt } = ballot
  return {
    ...viewOf(ballot),
    stage,
    ...(opensAt !== undefined && { opensAt }),
    ...(isCancelled(ballot) && { cancelled: true }),
  }
}

function outcomeOf(ballot: BallotResult): Pick<BallotSheet, 'verdict'> {
  if (ballot.stage !== 'closed' || isCancelled(ballot) || !showsTotals(ballot)) return {}
  const verdict = verdictOf(ballot)
  if (verdict.kind === 'won') return { verdict: { kind: 'won', leaders: [verdict.leader.id] } }
  const leaders = verdict.kind === 'tie' ? verdict.leaders.map(({ id }) => id) : []
  return { verdict: { kind: verdict.kind, leaders } }
}

type Parts = {
  readonly ballots: BallotUsecases & OfferingUsecases
  readonly programme: Pick<Programme, 'directions' | 'zone'>
  readonly previews: (opening: Omit<Checked, 'targets'>) => { readonly preview: CardPreview }
  readonly clock: { readonly now: () => number }
}

/** Ballots as organisers prepare, open and close them. */
export function sheetRoutes({ ballots, programme, previews, clock }: Parts): ApiRoute[] {
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
      places: (await ballots.places(ballot.id)).map(nameOf),
      ...outcomeOf(ballot),
    }
  }
  function previewOf({ targets, ...opening }: Checked): BallotPreview {
    const { draft, named } = opening
    const now = clock.now()
    const stage = stageOf({ ...draft, createdAt: now }, now)
    const options = draft.options.map((option, at) => ({ ...option, id: `${at}`, votes: 0, voters: 0 }))
    const whole = { id: '', organiser: '', votes: 0, createdAt: now, called: true, voters: undefined }
    return {
      ...rowOf({ ...draft, ...whole, options, stage, named }),
      card: previews(opening).preview,
      places: targets.channels.map(nameOf),
      shut: targets.shut.map(nameOf),
      unbound: targets.unbound.map(id => programme.directions.find(each => each.id === id)?.name ?? id),
    }
  }
  const acting = (act: 'show' | 'start' | 'close') => {
    return async ({ actor, params }: { actor: Actor; params: unknown }) =>
      sheetOf(await ballots[act](actor, parse(idParams, params).id))
  }
  const typed = (input: object) => {
    const fields = parse(formFields, { ...input, nonce: '' })
    return { ...typedBallot(fields, programme.zone), where: whereOf(fields) }
  }
  return [
    {
      method: 'get',
      path: '/ballots/waiting',
      run: async ({ actor }): Promise<Page<BallotRow>> => ({
        items: (await ballots.waiting(actor)).map(rowOf),
      }),
    },
    {
      method: 'get',
      path: '/ballots/all',
      run: async ({ actor, query }): Promise<Page<BallotRow>> => {
        const { items, ...next } = await ballots.agenda(actor, PAGE, parse(pageQuery, query).after, EVER)
        return { items: items.map(rowOf), ...next }
      },
    },
    {
      method: 'get',
      path: '/ballots/choices',
      run: async ({ actor }): Promise<BallotChoices> => {
        const { channels, workshops } = await ballots.offered(actor)
        return {
          channels: channels.map(nameOf),
          workshops: workshops.map(({ id, title, startsAt, channel }) => ({
            id,
            title,
            startsAt,
            ...(channel !== undefined && { channel }),
          })),
        }
      },
    },
    {
      method: 'post',
      path: '/ballots/preview',
      run: async ({ actor, body, sentence }): Promise<BallotCheck> => {
        const { faults, checked } = await ballots.checkAll(actor, typed(parse(ballotForm, body)))
        const said = faults.map(refusal => ({ code: refusal.code, title: sentence(refusal) }))
        return { faults: said, ...(checked && { preview: previewOf(checked) }) }
      },
    },
    {
      method: 'post',
      path: '/ballots',
      run: async ({ actor, body }): Promise<BallotSheet> => {
        const { nonce, ...input } = parse(ballotFormInput, body)
        return sheetOf(await ballots.open(actor, typed(input), [formKey(actor.id, nonce, input)]))
      },
    },
    { method: 'get', path: '/ballots/:id/sheet', run: acting('show') },
    { method: 'post', path: '/ballots/:id/start', run: acting('start') },
    { method: 'post', path: '/ballots/:id/close', run: acting('close') },
  ]
}
