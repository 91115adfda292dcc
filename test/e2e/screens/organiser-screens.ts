import type { Screen } from './screen.ts'

export const ORGANISER: readonly Screen[] = [
  { name: 'organiser', tab: 'organiser', who: 'organiser', page: true },
  { name: 'organiser-day', tab: 'organiser', who: 'organiser', wanted: ({ workshop }) => workshop },
  { name: 'organiser-closed', tab: 'organiser', who: 'agent' },
]
