import type { Component } from 'vue'
import { expect, it } from 'vitest'
import { loadGlossary } from '../../composables/useGlossary.ts'
import GlossaryPage from '../../pages/GlossaryPage.vue'
import HomePage from '../../pages/HomePage.vue'
import ProgressPage from '../../pages/ProgressPage.vue'
import { show } from './mount.ts'

it.each<[string, Component, string[]]>([
  ['the map', HomePage, ['One cup, two promises, what is true', 'Place two claims before you begin']],
  ['the progress', ProgressPage, ['Place two claims of the article']],
  ['the glossary', GlossaryPage, ['One lesson for any headline']],
])('%s counts what this course has, in words', async (_, page, says) => {
  await loadGlossary()
  const words = (await show(page)).text().replace(/\s+/g, ' ')
  for (const sentence of says)
    expect(words).toContain(sentence)
  expect(words).not.toMatch(/\b(?:nine|six)\b/i)
})
