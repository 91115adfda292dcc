import { type DestinationStream, pino } from 'pino'
import type { Logger } from '../kernel/monitoring/logger.ts'
import type { LogLevel } from './config.ts'

/**
 * An error for the log: kind, code and stack. Without its message, since a database quotes in it what somebody wrote.
 */
function traceOf(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error }
  const { name, stack = '' } = error
  const frames = stack.split('\n').filter(line => /^\s+at /.test(line))
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  return { type: name, code, stack: frames.join('\n') }
}

/** JSON log lines, on standard output by default. */
export function createLogger(level: LogLevel, to?: DestinationStream): Logger {
  const options = { level, base: null, serializers: { err: traceOf } }
  return to ? pino(options, to) : pino(options)
}
