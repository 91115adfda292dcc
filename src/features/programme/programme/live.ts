import { type Programme, type ProgrammeContent, programmeOf } from './domain.ts'

type LiveProgramme = {
  /** One object for the life of the process: what takes effect at once is read anew at each access. */
  readonly programme: Programme
  /** Takes the effective parts of what is stored now. */
  readonly accept: (stored: ProgrammeContent) => void
}

/**
 * `started` with what of `stored` takes effect at once: phases, words of the axes, nudge rules, thresholds, closures,
 * lessons and themes. All else is bound to what was composed or to rows, and waits for the next start: an axis or a rule that is new or
 * gone, Directions, hours, languages, retention, texts.
 */
export function effective(started: ProgrammeContent, stored: ProgrammeContent): ProgrammeContent {
  const axes = new Map(stored.axes.map(axis => [axis.id, axis]))
  const rules = new Set(started.nudges.map(({ id }) => id))
  return {
    ...started,
    axes: started.axes.map(axis => {
      const { title, promise } = axes.get(axis.id) ?? axis
      return { ...axis, title, promise }
    }),
    phases: stored.phases,
    nudges: stored.nudges.filter(({ id }) => rules.has(id)),
    thresholds: stored.thresholds,
    calendar: { ...started.calendar, closures: stored.calendar.closures },
    lessons: stored.lessons,
    themes: stored.themes,
  }
}

/** A programme that may change while it runs. Its functions may be taken off it; its changing fields must be read late. */
export function liveProgramme(started: ProgrammeContent): LiveProgramme {
  let now = programmeOf(started)
  const programme: Programme = {
    ...now,
    axis: id => now.axis(id),
    get axes() {
      return now.axes
    },
    get phases() {
      return now.phases
    },
    get nudges() {
      return now.nudges
    },
    get thresholds() {
      return now.thresholds
    },
    get calendar() {
      return now.calendar
    },
    get lessons() {
      return now.lessons
    },
    get themes() {
      return now.themes
    },
  }
  return {
    programme,
    accept(stored) {
      now = programmeOf(effective(started, stored))
    },
  }
}
