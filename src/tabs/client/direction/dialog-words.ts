import words from 'virtual:words/directionDialogs'
import { learn } from '../words/speech.ts'

// Whoever opens no dialog carries none of their words.
learn(words)
