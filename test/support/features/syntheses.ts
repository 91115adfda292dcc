import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import type {
  SampledIdeaView,
  SentenceView,
  SynthesisView,
} from '../../../src/tabs/contract/ideas/synthesis.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { callerOf } from '../product/routes.ts'
import type { setStage } from '../product/stage.ts'
import { ideasOf } from './themes.ts'

type Stage = Awaited<ReturnType<typeof setStage>>

export const AXIS = 'equipe'
export const lab = { objectId: 'maelle', name: 'Maëlle Rivière' }

/** The id of the idea that `ideasOf` made of the text at this place. */
export const ideaAt = (at: number): string =>
  ideasOf(
    AXIS,
    Array.from({ length: at + 1 }, () => ''),
  )[at]?.id ?? ''

/** What somebody does with the synthesis of an axis. */
export async function writerOf(stage: Stage, who = lab, axis = AXIS) {
  const actor = await stage.app.people.greet({ ...who, tenant: 't', language: 'fr' })
  const call = callerOf(stage.app.routes, actor)
  const draft = () => call<SynthesisView>('get', '/syntheses', { query: { axis } })
  const write = (text: string, ideas: readonly number[], theme?: string, nonce = randomIds.nonce()) =>
    call<{ id: string }>('post', '/syntheses/sentences', {
      body: { nonce, axis, text, ideas: ideas.map(ideaAt), ...(theme !== undefined && { theme }) },
    })
  return {
    actor,
    call,
    draft,
    write,
    sentences: async (): Promise<readonly SentenceView[]> => {
      const { themes, alone } = await draft()
      return [...themes.flatMap(({ sentences }) => sentences), ...alone.sentences]
    },
    reword: (id: string, text: string, ideas: readonly number[]) =>
      call('put', '/syntheses/sentences/:id', { params: { id }, body: { text, ideas: ideas.map(ideaAt) } }),
    decide: (id: string, decision: string) =>
      call('put', '/syntheses/sentences/:id/decision', { params: { id }, body: { decision } }),
    judge: (at: number, right: boolean) =>
      call('put', '/syntheses/sample/:id', { params: { id: ideaAt(at) }, body: { axis, right } }),
    drawSample: () => call('post', '/syntheses/sample', { body: { axis } }),
    sample: async (after?: string) =>
      call<Page<SampledIdeaView>>('get', '/syntheses/sample', {
        query: { axis, ...(after !== undefined && { after }) },
      }),
    place: (id: string, before: string | null) =>
      call('put', '/syntheses/sentences/:id/place', { params: { id }, body: { before } }),
    publish: () => call('post', '/syntheses/publish', { body: { axis } }),
    withdraw: () => call('post', '/syntheses/withdraw', { body: { axis } }),
  }
}
