import { permit } from '../../../kernel/access/permission.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { type Language, wholeOf } from '../../../kernel/text/language.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { dateIn } from '../../../kernel/time/time-zone.ts'
import type { ProgrammeView } from '../../../tabs/contract/programme/programme.ts'
import { PROGRAMME_PERMISSIONS, type Programme, phaseState } from './domain.ts'

/** Key prefixes of texts that only the bot says. */
const OF_THE_BOT = /^(command|demo|help|inserted|welcome)\./

/** The programme's own texts that pages use. */
export function pageWords(words: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(words).filter(([key]) => !OF_THE_BOT.test(key)))
}

function viewOf(
  { programme, partialTexts }: Pick<Parts, 'programme' | 'partialTexts'>,
  today: string,
  spoken: Language,
  closedAt: number | undefined,
): ProgrammeView {
  const language = wholeOf(spoken)
  const partial = partialTexts(spoken)
  const { name, organisation, zone, privacy } = programme
  const { figureWeeks: _, ...months } = programme.retention
  return {
    name,
    organisation,
    zone,
    language: programme.language,
    today,
    axes: programme.axes.map(({ id, title, promise, icon, slot, colours }) => ({
      id,
      title: title[language],
      promise: promise[language],
      icon,
      slot,
      colours,
    })),
    phases: programme.phases.map(phase => ({
      id: phase.id,
      title: phase.title[language],
      icon: phase.icon,
      state: phaseState(phase, today),
      until: phase.until,
    })),
    directions: programme.directions.map(({ id, name }) => ({ id, name })),
    privacy,
    contacts: programme.contacts.length,
    months,
    words: pageWords(programme.words[language]),
    ...(partial && { partial: { rules: partial.rules, texts: pageWords(partial.texts) } }),
    ...(closedAt !== undefined && { closedAt }),
  }
}

type Parts = {
  readonly programme: Programme
  readonly clock: Clock
  /** What a partial language says; undefined for a whole one. */
  readonly partialTexts: (language: Language) => ProgrammeView['partial']
  /** Since when the programme is closed (milliseconds); undefined while it is open. */
  readonly closedAt: () => Promise<number | undefined>
  /** Resolves once every change of the programme that was told to pages is in force here. */
  readonly settled: () => Promise<void>
}

/** GET /programme: all of it in the person's language; a few kilobytes, so not paged. */
export function programmeRoutes({ programme, partialTexts, clock, closedAt, settled }: Parts): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/programme',
      run: async ({ actor }) => {
        permit(PROGRAMME_PERMISSIONS.read, actor.role)
        await settled()
        const today = dateIn(clock.now(), programme.zone)
        return viewOf({ programme, partialTexts }, today, actor.language, await closedAt())
      },
    },
  ]
}
