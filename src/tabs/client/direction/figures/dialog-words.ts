import words from 'virtual:words/directionDialogs'
import { learn } from '../../parts/words/translator.ts'

// Whoever opens no dialog carries none of their words.
learn(words)
