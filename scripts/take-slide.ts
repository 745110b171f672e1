import type { SlideToPrint } from '../exports/target.ts'

/** Runs in the deck's page, and so reaches nothing outside of itself. @returns the slide as markup that needs no script, and the alternative texts of its drawings */
export function takeSlide(shown: Element, { level, heading, question }: Pick<SlideToPrint, 'level' | 'heading' | 'question'>): { html: string, alts: string[], styles: string[] } {
  const frame = shown.cloneNode(true) as HTMLElement
  const made = (tag: string, className: string, ...children: (Node | string)[]) => {
    const element = Object.assign(document.createElement(tag), { className })
    element.append(...children)
    return element
  }
  /** A drawing that was hidden from screen readers, as its list said the same; here it says what it shows. */
  const described = (drawing: Element, alt: string) => {
    drawing.removeAttribute('aria-hidden')
    drawing.setAttribute('role', 'img')
    drawing.prepend(Object.assign(document.createElementNS('http://www.w3.org/2000/svg', 'title'), { textContent: alt }))
  }
  const box = frame.querySelector('.question-box')
  if (box && question) {
    // On paper nobody presses: the question stands there with its options, as on the handout.
    const { prompt, lines, explanation, places, people } = question
    const written = made('div', 'print-words', made('p', 'print-prompt', prompt), made('ul', 'print-options', ...lines.map(({ sign, text, belongs, isRight, says }) => made(
      'li',
      isRight ? 'right' : '',
      ...isRight ? [made('strong', '', '✓\u00A0')] : [],
      ...sign ? [made('span', 'sign', `${sign}\u00A0 `)] : [],
      isRight ? made('strong', '', text) : text,
      ...belongs ? [' → ', made('strong', '', belongs)] : [],
      ...says ? [made('p', 'says', says)] : [],
    ))), ...explanation ? [made('p', 'print-why', explanation)] : [])
    const [regions, crowd] = [box.querySelector('.hotspot .regions'), box.querySelector('[data-figure]')?.closest('svg')]
    if (regions && places) {
      described(regions.querySelector('svg')!, places.alt)
      for (const spot of regions.querySelectorAll('.spot'))
        spot.replaceWith(made('span', spot.textContent.trim() === places.right ? 'spot lit' : 'spot', spot.textContent.trim()))
    }
    if (crowd && people) {
      described(crowd, people.alt)
      crowd.setAttribute('class', '')
      for (const person of crowd.querySelectorAll<SVGElement>('[data-figure]'))
        person.classList.toggle('with', Number(person.dataset.figure) <= people.count)
    }
    const drawing = places ? regions : people ? crowd : undefined
    box.classList.add('print-question')
    box.replaceChildren(written, ...drawing ? [made('div', 'print-drawing', drawing)] : [])
  }
  for (const details of frame.querySelectorAll('details')) {
    const count = document.createElement('p')
    for (const { name, value } of details.attributes)
      count.setAttribute(name, value)
    count.textContent = details.querySelector('summary')?.textContent ?? ''
    details.replaceWith(count)
  }
  // What is there to be pressed goes, but for the words that stand among it.
  for (const control of frame.querySelectorAll('.controls, .filters, .skip, .frame-keeper, .course .layout > .side'))
    control.replaceWith(...control.querySelectorAll('.caption'))
  // Of several views the one that is shown is named; the others are not there to be read.
  for (const other of frame.querySelectorAll('.views button[aria-pressed="false"]'))
    other.remove()
  // What is pressed to read on is a word of the drawing all the same.
  for (const choice of frame.querySelectorAll('button[aria-pressed]')) {
    const word = made('span', choice.getAttribute('aria-pressed') === 'true' ? 'print-chosen' : '', ...choice.childNodes)
    for (const { name, value } of choice.attributes) {
      if (name.startsWith('data-v-'))
        word.setAttribute(name, value)
    }
    choice.replaceWith(word)
  }
  for (const hint of frame.querySelectorAll('.press-hint'))
    hint.remove()
  // A figure of HTML is words and marks, which are read one by one; as a figure of a PDF it would be read as one picture.
  for (const figure of frame.querySelectorAll('figure'))
    figure.setAttribute('role', 'group')
  const alts = Array.from(frame.querySelectorAll('svg[role="img"]'), (drawing) => {
    const alt = ['title', 'desc'].map(name => drawing.querySelector(name)?.textContent?.trim()).filter(Boolean).join('. ')
    drawing.setAttribute('aria-label', alt)
    drawing.removeAttribute('aria-labelledby')
    return alt
  })
  for (const title of frame.querySelectorAll('h1')) {
    const own = document.createElement(`h${level}`)
    own.className = title.className
    for (const { name, value } of title.attributes) {
      if (name.startsWith('data-v-'))
        own.setAttribute(name, value)
    }
    own.textContent = heading
    title.replaceWith(own)
  }
  for (const focusable of frame.querySelectorAll('[tabindex]'))
    focusable.removeAttribute('tabindex')
  const section = document.createElement('section')
  for (const { name, value } of frame.attributes) {
    if (name !== 'tabindex' && name !== 'id')
      section.setAttribute(name, value)
  }
  section.append(...frame.childNodes)
  return {
    html: section.outerHTML,
    alts,
    // Each slide brings the styles of what it shows.
    styles: Array.from(document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]'), ({ href }) => href),
  }
}
