import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import {
  type BallotCheck,
  type BallotChoices,
  type BallotForm,
  type BallotPreview,
  ballotForm,
} from '../../../tabs/contract/ballots/drafts.ts'
import type { BallotChannelView } from '../../../tabs/contract/ballots/sheets.ts'
import type { CardPreview } from '../../../tabs/contract/bot-card.ts'
import { type Channel, whereOf } from '../../channels/index.ts'
import type { Programme } from '../../programme/index.ts'
import { stageOf } from '../ballot/domain.ts'
import { rowOf } from '../ballot/routes.ts'
import type { TypedBallot } from './domain.ts'
import { formFields, typedBallot } from './form.ts'
import type { BallotFormUsecases } from './form-choices-usecases.ts'
import type { BallotCheckUsecases, CheckedBallot } from './usecases.ts'

export const channelName = ({ id, name, teamName }: Channel): BallotChannelView => ({
  id,
  name,
  team: teamName,
})

/** The form of the tab, with dates and times read in `zone`. */
export function typedForm(input: BallotForm, zone: string): TypedBallot {
  const fields = parse(formFields, { ...input, nonce: '' })
  return { ...typedBallot(fields, zone), where: whereOf({ ...input, channel: fields.channel }) }
}

type Parts = {
  readonly offered: BallotFormUsecases['offered']
  readonly checkAll: BallotCheckUsecases['checkAll']
  readonly programme: Pick<Programme, 'directions' | 'zone'>
  /** Renders the card that will be posted in the channels. */
  readonly previews: (opening: Omit<CheckedBallot, 'targets'>) => { readonly preview: CardPreview }
  readonly clock: Clock
}

/** Choices for a new ballot, its checks and its preview. */
export function draftingRoutes({ offered, checkAll, programme, previews, clock }: Parts): ApiRoute[] {
  function previewOf({ targets, ...opening }: CheckedBallot): BallotPreview {
    const { draft, named } = opening
    const now = clock.now()
    const stage = stageOf({ ...draft, createdAt: now }, now)
    const options = draft.options.map((option, at) => ({ ...option, id: `${at}`, votes: 0, voters: 0 }))
    const whole = { id: '', organiser: '', votes: 0, createdAt: now, called: true, voters: undefined }
    return {
      ...rowOf({ ...draft, ...whole, options, stage, named }),
      card: previews(opening).preview,
      places: targets.channels.map(channelName),
      shut: targets.shut.map(channelName),
      unbound: targets.unbound.map(id => programme.directions.find(each => each.id === id)?.name ?? id),
    }
  }
  return [
    {
      method: 'get',
      path: '/ballots/choices',
      run: async ({ actor }): Promise<BallotChoices> => {
        const { channels, workshops } = await offered(actor)
        return {
          channels: channels.map(channelName),
          workshops: workshops.map(({ id, title, startsAt, endsAt, channels: [...places] }) => ({
            id,
            title,
            startsAt,
            endsAt,
            ...(places[0] !== undefined && { channel: places[0], channels: places }),
          })),
        }
      },
    },
    {
      method: 'post',
      path: '/ballots/preview',
      run: async ({ actor, body, sentence }): Promise<BallotCheck> => {
        const typed = typedForm(parse(ballotForm, body), programme.zone)
        const { faults, drafted, checked } = await checkAll(actor, typed)
        return {
          faults: faults.map(refusal => ({ code: refusal.code, title: sentence(refusal) })),
          ...(drafted && { card: previews(drafted).preview }),
          ...(checked && { preview: previewOf(checked) }),
        }
      },
    },
  ]
}
