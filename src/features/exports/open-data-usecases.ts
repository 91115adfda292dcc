import type { Actor } from '../../kernel/access/actor.ts'
import type { Audit } from '../../kernel/access/audit.ts'
import { permit } from '../../kernel/access/permission.ts'
import type { Transact } from '../../kernel/storage/tx.ts'
import type { Clock } from '../../kernel/time/clock.ts'
import type { BallotUsecases, ResultUsecases } from '../ballots/index.ts'
import type { FigureUsecases } from '../figures/index.ts'
import type { InitiativeUsecases } from '../initiatives/index.ts'
import type { Programme } from '../programme/index.ts'
import type { SaidLesson, TrialTally } from '../trials/index.ts'
import type { OversightUsecases, Stage, Workshop } from '../workshops/index.ts'
import { AT_ONCE, EVER, EXPORT_PERMISSIONS } from './domain.ts'
import { LICENCE, OPEN_DATA_FORMAT, type OpenData, SCHEMA_PATH } from './open-data.ts'
import {
  openedBallot,
  openedFigures,
  openedInitiative,
  openedProgramme,
  openedTrials,
  openedWorkshop,
} from './open-data-selection.ts'
import type { ExportSlots } from './slots.ts'
import { everyPage } from './table.ts'

type OpenParts = {
  readonly programme: Programme
  readonly plans: OversightUsecases['plans']
  readonly ballots: Pick<BallotUsecases, 'agenda' | 'mayLeave'>
  readonly byDirection: ResultUsecases['byDirection']
  readonly initiatives: Pick<InitiativeUsecases, 'list'>
  readonly trialTally: () => Promise<TrialTally>
  readonly lessons: () => Promise<readonly SaidLesson[]>
  readonly figures: Pick<FigureUsecases, 'whole'>
  readonly transact: Transact
  readonly audit: Audit
  readonly clock: Clock
  readonly places: ExportSlots
  /** The server's public URL. */
  readonly origin: string
  readonly stageOf: (day: Workshop, now: number) => Stage
}

/** Collects all pages into one list. */
async function allOf<T, U>(
  pages: AsyncIterable<readonly T[]>,
  made: (thing: T) => readonly U[],
): Promise<U[]> {
  const all: U[] = []
  for await (const page of pages) all.push(...page.flatMap(made))
  return all
}

export type OpenDataUsecases = ReturnType<typeof openDataUsecases>

export function openDataUsecases(parts: OpenParts) {
  const { programme, plans, ballots, byDirection, initiatives, figures, clock, places } = parts

  async function workshopsFor(actor: Actor): Promise<OpenData['workshops']> {
    const found: OpenData['workshops'] = []
    for (const when of ['past', 'coming'] as const) {
      const page = (after?: string) =>
        plans(actor, { when, filter: {}, limit: AT_ONCE, ...(after !== undefined && { after }) })
      const days = everyPage(async after => page(after))
      found.push(
        ...(await allOf(days, entry =>
          entry.days.flatMap(day => openedWorkshop(day, parts.stageOf(day, clock.now()))),
        )),
      )
    }
    return found.sort((one, other) => one.startsAt.localeCompare(other.startsAt))
  }

  async function ballotsFor(actor: Actor): Promise<OpenData['ballots']> {
    const pages = everyPage(after => ballots.agenda(actor, AT_ONCE, after, EVER))
    const ended = await allOf(pages, ballot => (ballots.mayLeave(ballot) ? [ballot] : []))
    const opened: OpenData['ballots'] = []
    for (const ballot of ended) opened.push(openedBallot(ballot, await byDirection(actor, ballot.id)))
    return opened
  }

  async function document(actor: Actor): Promise<OpenData> {
    const gallery = everyPage(after => initiatives.list(actor, { sort: 'supported' }, AT_ONCE, after))
    return {
      $schema: new URL(SCHEMA_PATH, parts.origin).href,
      format: OPEN_DATA_FORMAT,
      licence: LICENCE,
      madeAt: new Date(clock.now()).toISOString(),
      ...openedProgramme(programme),
      workshops: await workshopsFor(actor),
      ballots: await ballotsFor(actor),
      initiatives: await allOf(gallery, initiative => [openedInitiative(initiative)]),
      trials: openedTrials(await parts.trialTally(), await parts.lessons()),
      figures: openedFigures(await figures.whole(actor), programme.zone),
    }
  }

  return {
    /**
     * Open data of the programme; the export is written to the audit log.
     * @throws Refusal `role-needed`, `exports-busy`
     */
    async openData(actor: Actor): Promise<OpenData> {
      permit(EXPORT_PERMISSIONS.openData, actor.role)
      const leave = places.take()
      try {
        const made = await document(actor)
        await parts.transact(tx => parts.audit(tx, actor, EXPORT_PERMISSIONS.openData.act))
        return made
      } finally {
        leave()
      }
    },
  }
}
