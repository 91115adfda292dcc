import { type Ground, type Line, prepare } from '../../test/support/sending/load.ts'
import { heapLimit, type Sender, startSender } from '../../test/support/sending/sender.ts'
import { openSending } from '../../test/support/sending/sending.ts'
import type { Person } from '../../test/support/sign-in/cast.ts'

/** As deployed: docs/deploy.md, 7. */
const HEAP = 384
/** Who vote meanwhile. No one of them comes near a limit. */
const PEOPLE = 200

export type Besieged = {
  readonly sender: Sender
  readonly line: Line
  readonly ground: Ground
  readonly people: readonly Person[]
  /** Who attacks with a token of their own, and never votes. */
  readonly attacker: Person
  /** What a tab of somebody carries. */
  readonly token: () => Promise<string>
}

/** The production build, or the one in the folder `built`, on a SQLite file with a ballot in it, for as long as `work` takes. */
export async function besiege<T>(built: string | true, work: (besieged: Besieged) => Promise<T>): Promise<T> {
  const sending = await openSending({ recipients: PEOPLE })
  const { signIn, settings, organiser, people, lineTo } = sending
  const [attacker = organiser, reader = organiser, ...others] = people
  const own = { ...settings[0], ...heapLimit(HEAP), LOG_LEVEL: 'silent' }
  const sender = await startSender({ signIn, token: 'instance-0', settings: own, built })
  try {
    const line = lineTo(sender.endpoint)
    const ground = await prepare(line, { organiser, voter: reader })
    const token = () => signIn.tabToken(reader)
    return await work({ sender, line, ground, people: others, attacker, token })
  } finally {
    await sender.kill()
    await sending.close()
  }
}
