import type { Say } from './lines.ts'

/** The command could not be tried: the message says what to do. */
export class UsageFault extends Error {
  override readonly name = 'UsageFault'
}

/** Their messages are for whoever runs the command; of any other fault the whole trace is told. */
const SAID = [
  'ConfigFault',
  'CopyFault',
  'DatabaseFault',
  'FileFault',
  'MethodFault',
  'MigrationFault',
  'UsageFault',
]

/** Answers the exit code of `work`; 2 where it could not be tried, having complained why. */
export async function attempt(complain: Say, work: () => Promise<number>): Promise<number> {
  try {
    return await work()
  } catch (error) {
    const { name, message, stack } = error as Error
    complain(SAID.includes(name) ? message : (stack ?? message))
    return 2
  }
}
