import { wireAttendance } from '../features/attendance/wire.ts'
import { wireFeedback } from '../features/feedback/wire.ts'
import { wireWorkshops } from '../features/workshops/wire.ts'

type Shared = Parameters<typeof wireWorkshops>[0]
type WorkshopDeps = Parameters<typeof wireWorkshops>[1]

type Deps = Omit<WorkshopDeps, 'marks'> &
  Omit<Parameters<typeof wireAttendance>[1], 'workshops' | 'secret'> &
  Omit<Parameters<typeof wireFeedback>[1], 'workshops' | 'presentIn'> &
  Pick<ReturnType<WorkshopDeps['marks']>, 'summarisedAmong'>

/** Workshops, who came to them, and what they said of it. */
export function wireVisits(wiring: Shared, deps: Deps) {
  const { programme, people, messages, links, limits, summarisedAmong, purge } = deps
  const marks = () => {
    const { cameTo, visitedBy } = attendanceWire.usecases
    return { cameTo, visitedBy, summarisedAmong }
  }
  const workshopWire = wireWorkshops(wiring, { ...deps, marks })
  const { usecases: workshops } = workshopWire
  const attendanceWire = wireAttendance(wiring, {
    programme,
    people,
    workshops,
    limits,
    secret: links.secret,
  })
  const { presentIn } = attendanceWire.usecases
  const feedbackWire = wireFeedback(wiring, { messages, workshops, presentIn, purge })
  return { workshopWire, attendanceWire, feedbackWire }
}
