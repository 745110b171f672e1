// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { takeSlide } from './take-slide.ts'

/** @returns a slide as it is printed */
function printed(html: string): Element {
  document.body.innerHTML = `<main><h1>Trials</h1>${html}</main>`
  const taken = takeSlide(document.querySelector('main')!, { level: 2, heading: 'Trials' })
  document.body.innerHTML = taken.html
  return document.body
}

it('names the view that is shown, where others are shown by a press', () => {
  const slide = printed('<div role="group" class="views"><button aria-pressed="false">Stop</button><button aria-pressed="true">Prevent</button></div>')
  expect(slide.querySelector('[role=group]')!.textContent).toBe('Prevent')
  expect(slide.querySelector('button')).toBeNull()
})

it('keeps the words and signs of a drawing that are pressed to read on, as no buttons, in the look of their figure', () => {
  const slide = printed('<div role="group" class="choices"><button aria-pressed="false" data-v-1=""><svg></svg> Lungs</button><button aria-pressed="true" data-v-1="">Heart</button></div>')
  expect(Array.from(slide.querySelectorAll('.choices > span[data-v-1]'), ({ textContent }) => textContent.trim())).toEqual(['Lungs', 'Heart'])
  expect(slide.querySelector('.print-chosen')!.textContent).toBe('Heart')
  expect(slide.querySelectorAll('svg').length).toBe(1)
  expect(slide.querySelector('button')).toBeNull()
})

it('asks nobody to press', () => {
  const slide = printed('<p>52 verdicts. <span class="press-hint">Open a point to see what it is.</span></p>')
  expect(slide.querySelector('p')!.textContent.trim()).toBe('52 verdicts.')
})

it('says what a drawing shows in words that need nothing else of the page', () => {
  const slide = printed('<svg role="img" aria-labelledby="a"><title id="a">A nerve</title><desc>It runs down.</desc></svg>')
  expect(slide.querySelector('svg')!.getAttribute('aria-label')).toBe('A nerve. It runs down.')
})
