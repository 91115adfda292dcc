import type { Bot } from '../../support/product/bot.ts'
import { found } from '../../support/product/card-assertions.ts'
import { voteFor } from '../../support/product/vote.ts'
import { MAELLE } from '../../support/sign-in/cast.ts'
import { isNode } from '../../support/teams/card-tree.ts'
import { buttonsOn } from '../../support/teams/card-view.ts'
import { GENERAL, type Shown, WORKSHOPS } from '../../support/teams/index.ts'

/** Until the evening of Thursday 6 May, in «Ateliers». */
export const FILLED = { date: '2027-05-06', time: '18:00', channel: WORKSHOPS.id }
export const TYPED = { question: 'Par quoi commencer ?', options: 'Les vélos\nLe calme\nLe café' }

/** Adds the bot to the team, and says `annoncer`. */
export async function openMenu(bot: Bot): Promise<Shown> {
  await bot.as(MAELLE).installs(GENERAL)
  await bot.settle()
  return bot.as(MAELLE).says('annoncer')
}

/** Maëlle opens a ballot on options that she types. `desk`: her own card; `post`: the one in the channel. */
export async function openBallot(
  bot: Bot,
  typed: Partial<typeof FILLED & typeof TYPED & { readonly secret: string }> = TYPED,
): Promise<{ desk: Shown; post: Shown }> {
  const form = await bot.as(MAELLE).presses(await openMenu(bot), 'Un scrutin')
  const preview = await bot.as(MAELLE).presses(form, 'Voir l’aperçu', { ...FILLED, ...typed })
  const desk = await bot.as(MAELLE).presses(preview, 'Ouvrir le scrutin')
  await bot.settle()
  return { desk, post: found(bot.as(MAELLE).reads(WORKSHOPS).at(-1), 'the ballot') }
}

/** The ballot that a card asks about. */
export function ballotOn({ card }: Shown): string {
  return found(/"ballot":"(\w+)"/.exec(JSON.stringify(card))?.[1], 'the ballot')
}

/** Maëlle closes it before its hour, in the tab. */
export async function closeBallot(bot: Bot, post: Shown): Promise<void> {
  await bot.api(MAELLE).post(`/ballots/${ballotOn(post)}/close`, {})
}

/** The value behind an option's words: on its row, or in the choice that a card offers. */
export function choiceOf({ card }: Shown, title: string): string {
  const row = buttonsOn(card).find(node => node.title === voteFor(title).title)
  if (isNode(row?.data)) return String(row.data.choice)
  const choices = [...JSON.stringify(card).matchAll(/\{"title":"([^"]+)","value":"([^"]+)"\}/g)]
  return found(choices.find(([, each]) => each === title)?.[2], `the choice «${title}»`)
}
