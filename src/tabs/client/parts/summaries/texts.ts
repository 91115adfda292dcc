import type { ProgrammeView } from '../../../contract/programme/programme.ts'
import type {
  AxisCountView,
  PresenceView,
  SeriesSummaryView,
  SummaryDayView,
  SummaryView,
  SummaryVoteView,
} from '../../../contract/workshops/summaries.ts'
import { plainDay } from '../words/days.ts'
import type { Translator } from '../words/translator.ts'

type Told = { readonly translator: Translator; readonly programme: ProgrammeView }

/** « 118 personnes présentes, 130 inscrites. » */
export function peopleText({ present, registered }: PresenceView, { say }: Translator): string {
  if (present === undefined) return say('harvest.summary.registered', { registered })
  return say('harvest.summary.people', { present, registered })
}

/** « Bilan publié le vendredi 20 mai, 18:30 » */
export function publishedText({ at = 0, turn }: SummaryView, { say, shortDay, time }: Translator): string {
  const word = turn > 1 ? 'harvest.summary.published.again' : 'harvest.summary.published'
  return say(word, { date: shortDay(at), time: time(at) })
}

/** Axes in the programme's order, as they are called; those without one last. */
export function axisRows(
  axes: readonly AxisCountView[],
  { translator, programme }: Told,
): readonly (readonly string[])[] {
  return axes.map(({ axis, count }) => {
    const found = programme.axes.find(({ id }) => id === axis)
    return [found?.title ?? translator.say('direction.noAxis'), String(count)]
  })
}

/** How a vote came out, in a line. */
export function outcomeText(vote: SummaryVoteView, { say, shortDay, time }: Translator): string {
  const [first, second, ...more] = vote.winners.map(({ title }) => title)
  switch (vote.outcome) {
    case 'open':
      return say('harvest.summary.vote.open', { date: shortDay(vote.closesAt), time: time(vote.closesAt) })
    case 'none':
      return say('ballot.none')
    case 'no-quorum':
      return say('ballot.noQuorum')
    case 'counting':
      return say('ballot.counting')
    case 'few':
      return say('ballot.few')
    case 'won':
      return say('ballot.won', { title: first ?? '' })
    default:
      return more.length > 0
        ? say('ballot.tie', { count: vote.winners.length })
        : say('ballot.tie.two', { first: first ?? '', second: second ?? '' })
  }
}

/** « 57 points », « 31 votes », « La suite sera dite avant le 30 mai. » */
export function voteFacts(vote: SummaryVoteView, { translator, programme }: Told): readonly string[] {
  const { say } = translator
  const { kind, votes, winners, due, late, none } = vote
  const [first] = winners
  return [
    ...(first ? [say(kind === 'dots' ? 'ballot.points' : 'ballot.count', { count: first.votes })] : []),
    ...(votes > 0 ? [say('ballot.turnout.votes', { votes })] : []),
    ...(due
      ? [
          say(late ? 'ballot.sequel.late' : 'ballot.sequel.awaited', {
            date: plainDay(due, programme.today, translator),
          }),
        ]
      : []),
    ...(none
      ? [
          none.word === undefined
            ? say('ballot.sequel.none.line')
            : say('ballot.sequel.none.word', { word: none.word }),
        ]
      : []),
  ]
}

/** « 612 personnes venues, 700 présences, 690 inscriptions. » */
export function seriesPeopleText({ people, registered }: SeriesSummaryView, { say }: Translator): string {
  if (!people) return say('series.summary.registered', { registered })
  return say('series.summary.people', { people: people.distinct, present: people.present, registered })
}

const STATES = {
  missing: 'series.summary.day.missing',
  ahead: 'series.summary.day.ahead',
  cancelled: 'series.summary.day.cancelled',
} as const

/** « jeudi 20 mai · 118 présences · 42 idées » */
export function dayText(day: SummaryDayView, { say, shortDay }: Translator): string {
  const date = shortDay(day.startsAt)
  if (day.state !== 'summarised') return say(STATES[day.state], { date })
  const ideas = day.ideas ?? 0
  if (day.present === undefined) return say('series.summary.day.unkept', { date, ideas })
  return say('series.summary.day', { date, present: day.present, ideas })
}
