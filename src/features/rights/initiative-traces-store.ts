import { type PersonalDataColumn, trace } from './personal-data-store.ts'

/** Columns about initiatives and their trials, in the order of erasure; a part of the registry in personal-data-map-store.ts. */
export const INITIATIVE_TRACES: readonly PersonalDataColumn[] = [
  trace('initiative', 'owner', {
    fate: 'null',
    told: [
      'ideas',
      'idea_id',
      'title',
      'problem',
      'story',
      'inspiring',
      'outcome',
      'phase',
      'resources',
      'created_at',
    ],
  }),
  trace('initiative_member', 'person_id', { fate: 'delete', told: ['ideas', 'idea_id', 'joined_at'] }),
  trace('trial_tester', 'person_id', { fate: 'delete', told: ['ideas', 'trial_id', 'joined_at'] }),
  trace('trial_roll', 'person_id', { fate: 'delete', told: ['ideas', 'round_id'] }),
  trace('trial_reading', 'typed_by', {
    fate: 'null',
    told: ['ideas', 'measure_id', 'day', 'value', 'start'],
  }),
  trace('trial', 'planned_by', {
    fate: 'null',
    told: ['ideas', 'idea_id', 'if_text', 'then_text', 'change_text', 'site', 'from_day', 'until_day'],
  }),
  trace('trial', 'decided_by', {
    fate: 'null',
    told: ['ideas', 'idea_id', 'decision', 'why', 'learnt', 'decided_on'],
  }),
]
