import type { Channel, Team } from './chats.ts'

export const TEAM: Team = {
  id: '19:general@thread.tacv2',
  name: 'Faire Administration',
  aadGroupId: 'dddddddd-0000-4000-8000-00000000000d',
}
export const GENERAL: Channel = { id: TEAM.id, name: 'Général' }
export const WORKSHOPS: Channel = { id: '19:ateliers@thread.tacv2', name: 'Ateliers' }
export const IDEAS: Channel = { id: '19:idees@thread.tacv2', name: 'Micro-idées' }
