import { openTab } from '../../host/navigation.ts'

const ORGANISER = 'organiser'

/** The page of a workshop's harvest, opened from the workshop's own page in the organisers' tab. */
export function harvestFrom(workshop: string): string {
  return `harvest:${workshop}::${ORGANISER}`
}

/** The workshop's page, where one came from it: opens it. */
export function wayBack(workshop: string, from: string): (() => void) | undefined {
  return from === ORGANISER ? () => void openTab('organiser', `workshops:${workshop}`) : undefined
}
