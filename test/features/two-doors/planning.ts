import {
  PLACE,
  RULES,
  SERIES,
  SERIES_TEXT,
  TYPED,
  TYPED_RULES,
  WHEN,
  WORKSHOP,
} from '../../support/product/inputs.ts'
import { type Act, act, body, type More, NONCE, of } from './act.ts'

const announced: More['on'] = ['organiser', 'workshop', 'nobody']
const doomed: More['on'] = ['organiser', 'doomed', 'nobody']
const series: More['on'] = ['organiser', 'series', 'nobody']
const OTHER = { title: 'Le lycée, après-demain', place: 'Perpignan' }
const LATER = { date: '2027-05-14' }
const REASON = 'La salle est prise'
const QUOTAS = [{ direction: 'lycees', seats: 6 }]
const NEXT = 'Dès lundi, deux essais'

/** Planning of workshops and series, and their summaries, by those in charge. */
export const PLANNING: readonly Act[] = [
  act('workshops.publish', 'post /workshops', {
    press: () => ({ ...WHEN, ...WORKSHOP, nonce: NONCE }),
    call: body({ workshop: TYPED, where: PLACE, nonce: NONCE }),
  }),
  act('workshops.change', 'put /workshops/:id', {
    on: announced,
    press: ({ workshop }) => ({ ...WHEN, ...WORKSHOP, ...OTHER, workshop, nonce: NONCE }),
    ...of('workshop', { workshop: { ...TYPED, ...OTHER }, nonce: NONCE }),
  }),
  act('workshops.postpone', 'post /workshops/:id/call-off', {
    on: doomed,
    ...of('doomed', { off: 'postponed', reason: REASON }),
  }),
  act('workshops.cancel', 'post /workshops/:id/call-off', {
    on: doomed,
    ...of('doomed', { off: 'cancelled', reason: REASON, sure: true }),
  }),
  act('workshops.cancel', 'post /series/:id/call-off', {
    on: ['organiser', 'announced-series', 'nobody'],
    press: things => ({ workshop: '', series: things.series, reason: REASON, sure: true }),
  }),
  act('workshops.series-write', 'post /series', {
    press: () => ({ ...SERIES, nonce: NONCE }),
    call: body({ ...SERIES_TEXT, nonce: NONCE }),
  }),
  act('workshops.series-write', 'put /series/:id', {
    on: series,
    press: things => ({ ...SERIES, series: things.series, title: OTHER.title }),
    ...of('series', { ...SERIES_TEXT, title: OTHER.title }),
  }),
  act('workshops.day-write', 'post /series/:id/days', {
    on: series,
    press: things => ({ ...WHEN, ...WORKSHOP, ...LATER, workshop: '', series: things.series, nonce: NONCE }),
    ...of('series', { workshop: { ...TYPED, ...LATER }, nonce: NONCE }),
  }),
  act('workshops.day-write', 'put /days/:id', {
    on: series,
    press: ({ day }) => ({ ...WHEN, ...WORKSHOP, ...LATER, workshop: day }),
    ...of('day', { workshop: { ...TYPED, ...LATER } }),
  }),
  act('workshops.day-remove', 'post /days/:id/remove', { on: series }),
  act('workshops.rules-write', 'put /series/:id/rules', {
    on: series,
    press: things => ({ ...RULES, series: things.series, reserved: '1' }),
    ...of('series', { ...TYPED_RULES, reserved: 1 }),
  }),
  act('workshops.quotas-write', 'put /series/:id/quotas', {
    on: series,
    call: things => ({ params: { id: things.series }, body: { days: [things.day], quotas: QUOTAS } }),
  }),
  act('workshops.series-announce', 'post /series/:id/announce', { on: series }),
  act('workshops.series-remove', 'post /series/:id/remove', { on: series }),
  act('ideas.summary-publish', 'put /workshops/:id/summary', {
    on: ['organiser', 'over', 'nobody'],
    press: ({ workshop }) => ({ workshop, next: NEXT, turn: 0 }),
    ...of('workshop', { sequel: NEXT, turn: 0 }),
  }),
]
