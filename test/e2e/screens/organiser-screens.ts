import type { Screen } from './screen.ts'

export const ORGANISER: readonly Screen[] = [
  { name: 'organiser', tab: 'organiser', who: 'organiser', page: true },
  { name: 'organiser-day', tab: 'organiser', who: 'organiser', wanted: ({ workshop }) => workshop },
  {
    name: 'organiser-channels',
    tab: 'organiser',
    who: 'organiser',
    wanted: () => 'today:channels',
    page: true,
  },
  { name: 'organiser-journal', tab: 'organiser', who: 'observer', wanted: () => 'journal', page: true },
  { name: 'broadcasts', tab: 'organiser', who: 'organiser', wanted: () => 'broadcasts', page: true },
  {
    name: 'broadcast',
    tab: 'organiser',
    who: 'organiser',
    wanted: ({ broadcast }) => `broadcasts:${broadcast}`,
  },
  {
    name: 'broadcast-read',
    tab: 'organiser',
    who: 'observer',
    wanted: ({ broadcast }) => `broadcasts:${broadcast}`,
  },
  { name: 'broadcast-write', tab: 'organiser', who: 'organiser', wanted: () => 'broadcasts:new' },
  { name: 'announced', tab: 'organiser', who: 'organiser', wanted: () => 'broadcasts:announced' },
  { name: 'organiser-closed', tab: 'organiser', who: 'agent' },
  { name: 'organiser-ideas', tab: 'organiser', who: 'organiser', wanted: () => 'ideas', page: true },
  { name: 'organiser-idea', tab: 'organiser', who: 'organiser', wanted: ({ idea }) => `ideas:${idea}` },
  { name: 'organiser-box', tab: 'organiser', who: 'organiser', wanted: () => 'ideas:box' },
  { name: 'people', tab: 'organiser', who: 'organiser', wanted: () => 'people', page: true },
  { name: 'people-roles', tab: 'organiser', who: 'organiser', wanted: () => 'people:roles:manager' },
  { name: 'people-pilots', tab: 'organiser', who: 'organiser', wanted: () => 'people:pilots' },
  { name: 'people-pilot', tab: 'organiser', who: 'organiser', wanted: () => 'people:pilots:lycees' },
  { name: 'people-file', tab: 'organiser', who: 'organiser', wanted: () => 'people:file' },
]
