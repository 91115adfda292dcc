import type { Page } from 'playwright-core'
import type { BatchView } from '../../src/tabs/contract/batch.ts'

/** How a reading goes wrong; `html` is what a proxy says in the server's place. */
export type Fault = 'gone' | 'fault' | 'html' | 'empty'
export const FAULTS: readonly Fault[] = ['gone', 'fault', 'html', 'empty']

const GONE = { type: 'about:blank', status: 404, title: 'Cet élément n’existe plus.', code: 'gone' }
const FAULT = { type: 'about:blank', status: 500, title: 'Panne', code: 'fault', reference: 'ab12cd34' }
const HTML = '<!doctype html><title>Maintenance</title>'
const ANSWERS = {
  gone: { status: 404, body: GONE },
  fault: { status: 500, body: FAULT },
  html: { status: 200, body: HTML },
  empty: { status: 200, body: {} },
} as const

/** Answers by its fault each reading whose path begins so, alone or among several; all others as they are. */
export async function spoil(page: Page, faults: ReadonlyMap<string, Fault>): Promise<void> {
  const faultOf = (path: string) => {
    const [plain = ''] = path.split('?')
    return faults.get(path) ?? faults.get(plain)
  }
  await page.route('**/api/v1/batch?*', async route => {
    const asked = new URL(route.request().url()).searchParams.getAll('read')
    const response = await route.fetch()
    const { answers }: BatchView = await response.json()
    const json = {
      answers: answers.map((answer, at) => {
        const fault = faultOf(asked[at] ?? '')
        return fault ? ANSWERS[fault] : answer
      }),
    }
    return route.fulfill({ response, json })
  })
  await page.route(/\/api\/v1\/(?!batch)/, route => {
    const { pathname, search } = new URL(route.request().url())
    const fault = faultOf(pathname.replace('/api/v1', '') + search)
    if (!fault || route.request().method() !== 'GET') return route.fallback()
    const { status, body } = ANSWERS[fault]
    return fault === 'html'
      ? route.fulfill({ status, contentType: 'text/html', body: HTML })
      : route.fulfill({ status, json: body })
  })
}
