import { dateIn } from '../../../../kernel/time/time-zone.ts'
import type { WeekWorkshopView } from '../../../contract/workshops/checklist.ts'
import { capitalised } from '../../parts/words/capital.ts'
import type { Translator } from '../../parts/words/translator.ts'
import { sectionAddress } from '../parts/address.ts'
import { faceAt } from '../workshops/workshop/face.ts'
import type { Alert, ReadSources } from './alert.ts'

const MISSING = {
  announced: 'today.week.announced',
  tables: 'today.week.tables',
  led: 'today.week.led',
} as const

function whenText({ startsAt, endsAt, place, at }: WeekWorkshopView, translator: Translator): string {
  const { say, time, shortDay, zone } = translator
  const hours = say('tab.hours', { from: time(startsAt), to: time(endsAt) })
  const isToday = dateIn(startsAt, zone) === dateIn(at, zone)
  const when = isToday ? hours : `${shortDay(startsAt)}, ${hours}`
  return capitalised(place ? say('tab.at', { when, place }) : when)
}

function lineOf(workshop: WeekWorkshopView, translator: Translator): Omit<Alert, 'href' | 'act'> {
  const { say } = translator
  const { id, title, seats, capacity, missing } = workshop
  const about = [
    whenText(workshop, translator),
    say('organiser.seats', { seats, capacity }),
    ...missing.flatMap(step => (step === 'summary' ? [] : [say(MISSING[step])])),
  ]
  return { id: `workshop-${id}`, kind: 'workshop', section: 'workshops', title, about }
}

const byFace = ({ week = [] }: ReadSources, face: ReturnType<typeof faceAt>) =>
  week.filter(workshop => faceAt(workshop, workshop.at) === face)

/** Those that run, or are about to: before all else. */
export function workshopsRunning(found: ReadSources, translator: Translator): Alert[] {
  return byFace(found, 'run').map(workshop => ({
    ...lineOf(workshop, translator),
    href: sectionAddress('workshops', workshop.id),
    act: translator.say('today.week.run'),
  }))
}

/** Those that are over, until their summary is out: straight to its preview, the last to end first. */
export function summariesDue(found: ReadSources, translator: Translator): Alert[] {
  const { say, shortDay } = translator
  return byFace(found, 'close')
    .toSorted((a, b) => b.endsAt - a.endsAt)
    .map(workshop => ({
      ...lineOf(workshop, translator),
      about: [say('today.week.over', { date: shortDay(workshop.endsAt) })],
      href: sectionAddress('workshops', workshop.id, 'summary'),
      act: say('next.publish'),
    }))
}

/** Those of the next seven days, with what is missing: today's, or those of the days that follow. */
export function workshopsToCome(
  found: ReadSources,
  translator: Translator,
  part: 'today' | 'later',
): Alert[] {
  const { say, zone } = translator
  return byFace(found, 'prepare')
    .filter(({ startsAt, at }) => (dateIn(startsAt, zone) === dateIn(at, zone)) === (part === 'today'))
    .map(workshop => ({
      ...lineOf(workshop, translator),
      href: sectionAddress('workshops', workshop.id),
      act: say('today.week.prepare'),
    }))
}
