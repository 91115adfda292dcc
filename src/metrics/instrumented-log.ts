import type { Logger } from '../kernel/monitoring/logger.ts'
import type { Meter } from '../kernel/monitoring/meter.ts'
import type { Trace } from '../kernel/monitoring/trace.ts'

/** Wraps the log: warnings and errors are counted, and each line carries the id of its trace. */
export function instrumentLog(
  log: Logger,
  { meter, trace }: { readonly meter: Meter; readonly trace: Trace },
): Logger {
  if (!meter.isOn && !trace.isOn) return log
  const traced = (fields: object): object => {
    const id = trace.id()
    return id === undefined ? fields : { ...fields, trace: id }
  }
  const trouble = (level: 'warn' | 'error') => (fields: object, message: string) => {
    meter.count('faire_log_lines_total', { level })
    log[level](traced(fields), message)
  }
  return {
    info: (fields, message) => log.info(traced(fields), message),
    warn: trouble('warn'),
    error: trouble('error'),
  }
}
