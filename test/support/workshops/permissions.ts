import { ATTENDEE_PERMISSIONS } from '../../../src/features/workshops/attendees/domain.ts'
import { CALENDAR_PERMISSIONS } from '../../../src/features/workshops/calendar/address.ts'
import { CANCELLATION_PERMISSIONS } from '../../../src/features/workshops/cancellation/domain.ts'
import { OVERSIGHT_PERMISSIONS } from '../../../src/features/workshops/oversight/domain.ts'
import { SEAT_PERMISSIONS } from '../../../src/features/workshops/seats/domain.ts'
import { SERIES_PERMISSIONS } from '../../../src/features/workshops/series/domain.ts'
import { TABLE_PERMISSIONS } from '../../../src/features/workshops/tables/domain.ts'
import { WORKSHOP_PERMISSIONS } from '../../../src/features/workshops/workshop/domain.ts'

/** The rows of all rooms of workshops. */
export const WORKSHOP_ROWS = {
  ...WORKSHOP_PERMISSIONS,
  ...CALENDAR_PERMISSIONS,
  ...SEAT_PERMISSIONS,
  ...ATTENDEE_PERMISSIONS,
  ...TABLE_PERMISSIONS,
  ...SERIES_PERMISSIONS,
  ...CANCELLATION_PERMISSIONS,
  ...OVERSIGHT_PERMISSIONS,
}
