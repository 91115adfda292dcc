import type { PlacedIdeaView, ThemeBoardView } from '../../../src/tabs/contract/ideas/themes.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { MAELLE } from '../../support/sign-in/cast.ts'
import { nonce, type Site } from '../site.ts'

/** A synthesis that everybody reads, on ideas placed by hand, the last of them alone; another that is being written. */
export async function synthesise({ api }: Site): Promise<void> {
  const lab = api(MAELLE)
  const write = (axis: string, text: string, ideas: readonly PlacedIdeaView[], theme?: string) =>
    lab.post('/syntheses/sentences', {
      nonce: nonce(),
      axis,
      text,
      ideas: ideas.map(({ id }) => id),
      ...(theme !== undefined && { theme }),
    })
  const board = (axis: string) => lab.get<ThemeBoardView>(`/themes?axis=${axis}`)
  const theme = (await board('equipe')).themes[0]?.id ?? ''
  const { items } = await lab.get<Page<PlacedIdeaView>>('/themes/ideas?axis=equipe&part=aside')
  for (const [at, { id }] of items.entries())
    await lab.put(
      `/ideas/${id}/theme`,
      at === 0 ? { to: 'alone', axis: 'equipe' } : { to: 'theme', axis: 'equipe', theme },
    )
  await write('equipe', 'Sur {n}, celles-ci se ressemblent.', items.slice(1, 9), theme)
  await write('equipe', 'Dite à part, elle se lit comme les idées d’un thème.', items.slice(0, 1))
  await lab.post('/syntheses/publish', { axis: 'equipe' })
  for (const { id, title, ideas } of (await board('transitions')).themes)
    if (ideas.length > 0) await write('transitions', `${title}\u00A0: {n}, dont celles-ci.`, ideas, id)
}
