import { rounded } from '../../../kernel/personal-data/counts.ts'
import { EXPIRING } from '../../../kernel/personal-data/expiry.ts'
import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { wholeOf } from '../../../kernel/text/language.ts'
import { dateIn } from '../../../kernel/time/time-zone.ts'
import {
  METHOD_BODY,
  type MethodChangeView,
  type MethodCheckView,
  type MethodFaultView,
  type MethodFileView,
  methodImportInput,
  methodInput,
  type WholeProgrammeView,
} from '../../../tabs/contract/programme/method.ts'
import type { Wrong } from '../method/fault.ts'
import { phaseState } from '../programme/domain.ts'
import type { NudgeRule } from '../programme/nudge-rule.ts'
import type { MethodDifference } from './domain.ts'
import type { MethodOutcome, PageChange, PageUsecases } from './page-usecases.ts'

/** Limit of faults shown: who corrects these sends the file again. */
const LISTED = 100
/** Limit of characters quoted from the file. */
const VALUE_MOST = 2000

function changeView({ said, stands = [], barred }: MethodDifference & Partial<PageChange>): MethodChangeView {
  return { ...said, stands, ...(barred && { barred }) }
}

function faultView({ line, column = 1, path, code, values, example }: Wrong): MethodFaultView {
  const cut = Object.entries(values).map(([name, value]) => [name, value.slice(0, VALUE_MOST)])
  // The example of this code is a sentence for the command line: its parameters say the same.
  const shown = code === 'key' ? '' : example
  return { line, column, path, code, values: Object.fromEntries(cut), example: shown }
}

function checkView(outcome: MethodOutcome): MethodCheckView {
  if ('wrongs' in outcome) {
    const { wrongs } = outcome
    return {
      faults: wrongs.slice(0, LISTED).map(faultView),
      more: wrongs.length > LISTED,
    }
  }
  const { checked, content, changes } = outcome
  return { checked, name: content.name, version: content.version, changes: changes.map(changeView) }
}

function ruleView({ id, kind, at, off = false, ...measured }: NudgeRule) {
  const measures = Object.fromEntries(
    Object.entries(measured).flatMap(([name, days]) => (days === undefined ? [] : [[name, String(days)]])),
  )
  return { id, kind, at, off, measures }
}

/** The programme for organisers. */
export function pageRoutes(page: PageUsecases, now: () => number): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/programme/whole',
      run: async ({ actor }): Promise<WholeProgrammeView> => {
        const { programme, lessons, holidays, pending, erased } = await page.whole(actor)
        const language = wholeOf(actor.language)
        const { id, version, name, organisation, zone, calendar, axes, phases, directions } = programme
        const { days, hours, country, region, closures } = calendar
        const today = dateIn(now(), zone)
        return {
          id,
          version,
          name,
          organisation,
          language: programme.language,
          zone,
          axes: axes.map(axis => ({ ...axis, title: axis.title[language], promise: axis.promise[language] })),
          phases: phases.map(phase => ({
            ...phase,
            title: phase.title[language],
            state: phaseState(phase, today),
          })),
          directions: directions.map(each => ({ id: each.id, name: each.name, headcount: each.headcount })),
          calendar: {
            days,
            ...hours,
            country,
            closures,
            ...(region !== undefined && { region }),
            ...(holidays && { holidays }),
          },
          perWeek: programme.messages.perWeek,
          figureWeeks: programme.retention.figureWeeks,
          kept: EXPIRING.map(kind => ({ kind, months: programme.retention[kind] })),
          // Some of these rows belong to people: rounded.
          erased: erased.map(each => ({ ...each, count: rounded(each.count) })),
          nudges: programme.nudges.map(ruleView),
          themes: programme.themes.map(({ title }) => title),
          thresholds: programme.thresholds.map(({ supports, directions, days, by }) => ({
            supports,
            ...(directions !== undefined && { directions }),
            days,
            by,
          })),
          words: (['fr', 'en'] as const).flatMap(spoken =>
            Object.entries(programme.words[spoken]).map(([key, text]) => ({ language: spoken, key, text })),
          ),
          lessons,
          pending: pending.map(changeView),
        }
      },
    },
    {
      method: 'post',
      path: '/programme/check',
      large: { most: METHOD_BODY, ask: ({ actor }) => page.mayExamine(actor) },
      run: async ({ actor, body }): Promise<MethodCheckView> =>
        checkView(await page.examine(actor, parse(methodInput, body).text)),
    },
    {
      method: 'post',
      path: '/programme/import',
      large: { most: METHOD_BODY, ask: ({ actor }) => page.mayTake(actor) },
      run: async ({ actor, body }): Promise<MethodCheckView> => {
        const { text, checked } = parse(methodImportInput, body)
        return checkView(await page.take(actor, text, checked))
      },
    },
    {
      method: 'post',
      path: '/programme/export',
      run: async ({ actor }): Promise<MethodFileView> => page.file(actor),
    },
  ]
}
