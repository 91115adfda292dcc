import { exact } from '../../kernel/personal-data/counts.ts'
import { parse } from '../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../kernel/requests/route.ts'
import { idParams, type Page, pageQuery } from '../../tabs/contract/primitives.ts'
import {
  type ChecklistView,
  markInput,
  type WeekWorkshopView,
} from '../../tabs/contract/workshops/checklist.ts'
import { isOutside, STEPS } from './domain.ts'
import type { Checklist, ChecklistUsecases, WeekLine } from './usecases.ts'

const WEEK = 20

function checklistView({ facts, states, next, at }: Checklist): ChecklistView {
  const { id, ideas, unanswered, votes, summaryAt } = facts
  return {
    id,
    at,
    steps: STEPS.map(step => ({
      step,
      state: states[step],
      ...(isOutside(step) && { outside: true as const }),
    })),
    next,
    ideas: exact('ideas', ideas),
    unanswered: exact('ideas', unanswered),
    votes,
    ...(summaryAt !== undefined && { summaryAt }),
  }
}

function weekView({ workshop, states }: WeekLine, at: number): WeekWorkshopView {
  const { id, title, startsAt, endsAt, place, capacity, seats, shown } = workshop
  const over = endsAt <= at
  const asked = over ? (['summary'] as const) : (['announced', 'tables'] as const)
  return {
    id,
    title,
    startsAt,
    endsAt,
    ...(place !== '' && { place }),
    capacity,
    seats: exact('seats', seats),
    at,
    missing: asked
      .filter(step => states[step] === 'open')
      .map(step => (step === 'tables' && shown ? 'led' : step)),
  }
}

/** What is done and what comes next, for organisers. */
export function checklistRoutes({ show, mark, week }: ChecklistUsecases): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/workshops/:id/checklist',
      run: async ({ actor, params }) => checklistView(await show(actor, parse(idParams, params).id)),
    },
    {
      method: 'put',
      path: '/workshops/:id/checklist',
      run: async ({ actor, params, body }) => {
        const { step, outside } = parse(markInput, body)
        return checklistView(await mark(actor, parse(idParams, params).id, step, outside))
      },
    },
    {
      method: 'get',
      path: '/checklist/week',
      run: async ({ actor, query }): Promise<Page<WeekWorkshopView>> => {
        const { items, next, at } = await week(actor, WEEK, parse(pageQuery, query).after)
        return { items: items.map(line => weekView(line, at)), ...(next !== undefined && { next }) }
      },
    },
  ]
}
