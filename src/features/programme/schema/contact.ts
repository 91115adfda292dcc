import { z } from 'zod'
import type { WrongCode } from '../../../kernel/errors/method-faults.ts'
import { MOST_CONTACTS } from '../programme/contact.ts'
import { faulty, inBoth, text } from './texts.ts'

const EXAMPLE = { label: { fr: 'Prévention du suicide', en: 'Suicide prevention' }, phone: '3114' }

const contact = z
  .strictObject({
    label: inBoth(80).meta({ description: 'A service or a function, no name', examples: [EXAMPLE.label] }),
    phone: z
      .string()
      .regex(/^\+?[0-9][0-9 .]{1,18}$/, 'phone' satisfies WrongCode)
      .optional()
      .meta({ description: 'In quotes, so that it stays as written', examples: [EXAMPLE.phone] }),
    address: text(160)
      .optional()
      .meta({ description: 'An e-mail address, a page or an office', examples: ['ecoute@exemple.fr'] }),
  })
  .superRefine(({ phone, address }, context) => {
    if (phone === undefined && address === undefined)
      context.addIssue(faulty(['phone'], 'contact-empty', {}, EXAMPLE.phone))
  })
  .meta({ examples: [EXAMPLE] })

/** Optional: whoever runs the programme is told that they are missing. */
export const contacts = z.array(contact).max(MOST_CONTACTS).default([]).meta({
  description:
    'Who helps in distress, and to whom harassment is reported: shown instead of keeping what was written',
})
