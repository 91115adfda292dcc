import { adviceOn } from '../../db/index.ts'
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
  'DatabaseFileFault',
  'MethodFault',
  'MigrationFault',
  'UsageFault',
]

/** Of a file or folder that this user may not use, or that has no room. */
const PLACES = ['EACCES', 'ENOENT', 'ENOSPC', 'ENOTDIR', 'EPERM', 'EROFS']

/** What is told of a fault: its sentence where there is one, or its stack. */
export function toldOf(error: NodeJS.ErrnoException): string {
  const { name, message, stack, code = '', path } = error
  if (SAID.includes(name)) return message
  if (path !== undefined && PLACES.includes(code))
    return `${path} cannot be used (${code}): let this user write there, or give another place.`
  return adviceOn(error) ?? stack ?? message
}

/** Answers the exit code of `work`; 2 where it could not be tried, having complained why. */
export async function attempt(complain: Say, work: () => Promise<number>): Promise<number> {
  try {
    return await work()
  } catch (error) {
    complain(toldOf(error as Error))
    return 2
  }
}
