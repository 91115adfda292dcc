import { z } from 'zod'
import type { Activity } from './activity.ts'
import { DeliveryFault } from './delivery-fault.ts'

const shape = z.object({
  /** Base URL of the conversation's connector. */
  serviceUrl: z.url({ protocol: /^https?$/ }),
  /** With `;messageid=` for a thread of a channel. */
  conversation: z.string().min(1),
  bot: z.string().min(1),
  tenant: z.string(),
  /** Teams' id of the team, for a channel. */
  team: z.string().optional(),
})

/** Address of one conversation. Outside this folder it is opaque text. */
export type Address = z.infer<typeof shape>

export function writeAddress(address: Address): string {
  return Buffer.from(JSON.stringify(shape.parse(address))).toString('base64url')
}

/** @throws DeliveryFault 400 when the text is no address of ours. */
export function readAddress(text: string): Address {
  try {
    return shape.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
  } catch {
    throw new DeliveryFault({ status: 400, code: 'UnreadableAddress' })
  }
}

/** Address of `conversation`, which is where `activity` happened or a channel of the same team. */
export function addressOf(activity: Activity, conversation: string, tenant: string): string {
  const { serviceUrl, recipient, channelData } = activity
  const team = channelData?.team?.id
  return writeAddress({ serviceUrl, conversation, bot: recipient.id, tenant, ...(team && { team }) })
}

/** Id of the channel, from that of a thread (channel and first message). */
export function withoutThread(conversation: string): string {
  return conversation.replace(/;messageid=.*$/s, '')
}
