import { OTHERS, type PersonalDataColumn, trace } from './personal-data-store.ts'

/** Columns about workshops, in the order of erasure; a part of the registry in personal-data-map-store.ts. */
export const WORKSHOP_TRACES: readonly PersonalDataColumn[] = [
  trace('registration', 'person_id', {
    fate: { blank: 'workshop_id', set: { shown: 0 } },
    told: [
      'workshops',
      'workshop_id',
      'direction',
      'answer',
      'answered_at',
      'queue_no',
      'offered_until',
      'pool',
      'day_key',
      'shown',
    ],
  }),
  trace('practical_need', 'person_id', {
    fate: 'delete',
    told: ['workshops', 'workshop_id', 'text', 'said_at'],
  }),
  trace('opening_request', 'person_id', {
    fate: 'delete',
    told: ['workshops', 'thing', 'thing_id', 'asked_at'],
  }),
  trace('calendar_link', 'person_id', { fate: 'delete', told: ['workshops', 'turn'] }),
  trace('workshop_facilitator', 'person_id', {
    fate: 'delete',
    told: ['workshops', 'workshop_id', 'table_no'],
  }),
  trace('table_place', 'person_id', {
    fate: { blank: 'workshop_id' },
    told: ['workshops', 'workshop_id', 'table_no'],
  }),
  trace('attendance', 'person_id', {
    fate: { blank: 'workshop_id' },
    told: ['workshops', 'workshop_id', 'at', 'how', 'beyond'],
  }),
  trace('attendance', 'by', { fate: { blank: 'workshop_id' }, told: OTHERS }),
  trace('feedback_roll', 'person_id', { fate: 'delete', told: ['workshops', 'workshop_id'] }),
]
