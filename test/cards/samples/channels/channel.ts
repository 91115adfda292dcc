import type { Channel } from '../../../../src/features/channels/index.ts'
import type { Said } from '../../sample.ts'

export function channelOf(said: Said): Channel {
  return {
    id: '19:ateliers@thread.tacv2',
    teamId: '19:general@thread.tacv2',
    teamName: said('Direction de la transition'),
    name: said('Ateliers'),
    address: 'a',
  }
}
