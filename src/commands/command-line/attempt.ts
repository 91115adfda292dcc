import { adviceOn } from '../../db/index.ts'
import type { Say } from './lines.ts'

/** Wrong usage, or a missing prerequisite: the message says what to do. */
export class UsageFault extends Error {
  override readonly name = 'UsageFault'
}

/** Errors whose message is meant for the operator; of any other the stack is printed. */
const SAID = [
  'ConfigFault',
  'CopyFault',
  'DatabaseFault',
  'DatabaseFileFault',
  'MethodFault',
  'MigrationFault',
  'UsageFault',
]

/** Codes of file errors: no permission, no such file, no room. */
const PLACES = ['EACCES', 'ENOENT', 'ENOSPC', 'ENOTDIR', 'EPERM', 'EROFS']

/** Text of an error: its sentence where it has one, else its stack. */
export function errorText(error: NodeJS.ErrnoException): string {
  const { name, message, stack, code = '', path } = error
  if (SAID.includes(name)) return message
  if (path !== undefined && PLACES.includes(code))
    return `${path} cannot be used (${code}): let this user write there, or give another place.`
  return adviceOn(error) ?? stack ?? message
}

/** Runs `work` and answers its exit code; 2 after an error, which is printed. */
export async function attempt(complain: Say, work: () => Promise<number>): Promise<number> {
  try {
    return await work()
  } catch (error) {
    complain(errorText(error as Error))
    return 2
  }
}
