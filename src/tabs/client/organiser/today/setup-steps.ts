import type { ProgrammeView } from '../../../contract/programme/programme.ts'
import type { TodaySources } from '../../data/sources/today.ts'
import { type SectionName, sectionAddress } from '../parts/address.ts'

export type SetupStepName = 'programme' | 'people' | 'channels' | 'workshop' | 'privacy' | 'contacts'
/** `unknown`: its state could not be read. */
export type SetupStep = {
  readonly name: SetupStepName
  readonly state: 'done' | 'open' | 'unknown'
  readonly section: SectionName
  readonly href: string
}

function stateIn(known: boolean, done: boolean): SetupStep['state'] {
  if (!known) return 'unknown'
  return done ? 'done' : 'open'
}

/** Six setup steps, each done as soon as its result exists: their completion is not stored. */
export function stepsOf(found: Partial<TodaySources>, programme: ProgrammeView): readonly SetupStep[] {
  const { reach, pilots, channels, workshops, past } = found
  const { controller, contact } = programme.privacy
  const current = programme.phases.some(({ state }) => state !== 'done')
  const placed = reach?.directions.some(({ people }) => people > 0) ?? false
  const piloted = pilots?.some(({ pilot, awaited }) => pilot ?? awaited) ?? false
  const bound =
    channels?.some(each => each.direction !== undefined || each.teamDirection !== undefined) ?? false
  const any = [...(workshops ?? []), ...(past ?? [])].length > 0
  return [
    {
      name: 'programme',
      state: stateIn(true, current && programme.directions.length > 0),
      section: 'programme',
      href: sectionAddress('programme'),
    },
    {
      name: 'people',
      state: stateIn(reach !== undefined && pilots !== undefined, placed && piloted),
      section: 'people',
      href: sectionAddress('people'),
    },
    {
      name: 'channels',
      state: stateIn(channels !== undefined, bound),
      section: 'settings',
      href: sectionAddress('settings', 'channels'),
    },
    {
      name: 'workshop',
      state: stateIn(workshops !== undefined && past !== undefined, any),
      section: 'workshops',
      href: sectionAddress('workshops'),
    },
    {
      name: 'privacy',
      state: stateIn(true, controller !== undefined && contact !== undefined),
      section: 'programme',
      href: sectionAddress('programme', 'file'),
    },
    {
      name: 'contacts',
      state: stateIn(true, programme.contacts > 0),
      section: 'programme',
      href: sectionAddress('programme', 'file'),
    },
  ]
}
