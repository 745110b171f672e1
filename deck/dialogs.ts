/*
 * Slidev's overview (key o) and its field to go to a slide (key g) are drawn without roles, names and focus. Here they
 * get them, on what Slidev has drawn; tests/e2e/deck-dialogs.spec.ts fails when a new version draws them otherwise.
 */
import type { Ref } from 'vue'
import { watch } from 'vue'

/** Waits until Slidev has drawn them. On the stage they are loaded when they are first opened (stand-ins/later-controls.ts). */
export function areMounted(): Promise<void> {
  return new Promise((resolve) => {
    const isThere = () => document.getElementById('slidev-goto-dialog') !== null
    if (isThere())
      return resolve()
    new MutationObserver((_, observer) => {
      if (isThere()) {
        observer.disconnect()
        resolve()
      }
    }).observe(document.body, { childList: true, subtree: true })
  })
}

/** The overview becomes a list to choose from: the arrow keys that Slidev has for it move the focus, Enter goes there. */
export function nameOverview(open: Ref<boolean>, chosen: Ref<number>, titleOf: (no: number) => string): void {
  // The last: one that was closed just now may still be fading away.
  const view = Array.from(document.querySelectorAll<HTMLElement>('.z-modal:has([data-slidev-no])')).at(-1)
  if (!view || view.role)
    return
  const cards = Array.from(view.querySelectorAll<HTMLElement>('[data-slidev-no]'), slide => slide.closest('.slidev-slide-container')!.parentElement!)
  setAttributes(view, { 'role': 'dialog', 'aria-label': 'All slides' })
  // Its button to close stands beside it.
  const controls = Array.from(view.parentElement!.children).find(element => element !== view && element.matches('.z-modal:has(button)'))
  if (controls) {
    controls.id = 'overview-controls'
    view.setAttribute('aria-owns', controls.id)
  }
  setAttributes(view.firstElementChild!, { 'role': 'listbox', 'aria-label': 'Slides' })
  for (const [index, card] of cards.entries()) {
    setAttributes(card, { 'role': 'option', 'aria-label': `${index + 1}: ${titleOf(index + 1)}` })
    // Its number, which its name holds already.
    card.nextElementSibling?.setAttribute('aria-hidden', 'true')
  }
  // Slidev would step the deck behind it.
  view.addEventListener('keydown', (event) => {
    if (event.key !== ' ')
      return
    event.preventDefault()
    event.stopPropagation()
    cards[chosen.value - 1]?.click()
  })
  view.addEventListener('focusin', (event) => {
    const index = cards.indexOf(event.target as HTMLElement)
    if (index >= 0)
      chosen.value = index + 1
  })

  const behind = Array.from(view.parentElement!.children, element => element as HTMLElement).filter(element => !element.matches('.z-modal'))
  behind.forEach(element => element.inert = true)
  const show = (no: number) => {
    for (const [index, card] of cards.entries())
      setAttributes(card, { 'tabindex': index === no - 1 ? '0' : '-1', 'aria-selected': String(index === no - 1) })
    cards[no - 1]?.focus()
  }
  show(chosen.value)
  const stopFollowing = watch(chosen, show)
  const stop = watch(open, () => {
    behind.forEach(element => element.inert = false)
    // It fades away with the focus in it; who called it (useDeck.ts) finds the focus free for the slide.
    if (document.activeElement instanceof HTMLElement)
      document.activeElement.blur()
    stopFollowing()
    stop()
  }, { flush: 'sync' })
}

/** The field becomes a combobox: what the arrow keys choose below it is said, and that nothing was found. */
export function nameGoto(): void {
  const dialog = document.getElementById('slidev-goto-dialog')
  const field = dialog?.querySelector('input')
  if (!dialog || !field || dialog.role)
    return
  setAttributes(dialog, { 'role': 'dialog', 'aria-label': 'Go to a slide' })
  setAttributes(field, { 'role': 'combobox', 'aria-label': 'Number of a slide, or words of its title', 'aria-autocomplete': 'list', 'aria-controls': 'goto-found' })
  const told = document.createElement('p')
  told.role = 'status'
  field.after(told)
  const isLost = () => field.value !== '' && !dialog.querySelector('li')
  const name = () => {
    const list = dialog.querySelector('ul')
    const says = isLost() ? 'No slide has this number or title.' : ''
    if (told.textContent !== says)
      told.textContent = says
    list && setAttributes(list, { 'id': 'goto-found', 'role': 'listbox', 'aria-label': 'Slides' })
    const found = Array.from(list?.children ?? [])
    for (const [index, slide] of found.entries())
      setAttributes(slide, { 'id': `goto-found-${index}`, 'role': 'option', 'tabindex': '-1', 'aria-selected': String(slide.matches('.bg-active')) })
    setAttributes(field, { 'aria-expanded': String(found.length > 0), 'aria-activedescendant': found.find(slide => slide.ariaSelected === 'true')?.id ?? '' })
  }
  new MutationObserver(name).observe(dialog, { childList: true, subtree: true, attributeFilter: ['class'] })
  name()
  // Slidev would close the field, and who typed would not know why nothing came.
  field.addEventListener('keydown', event => event.key === 'Enter' && isLost() && event.stopImmediatePropagation(), { capture: true })
  // Slidev gives it the focus when it opens, not when it is mounted open. In a task of its own, or it gets the letter of the key.
  setTimeout(() => field.focus())
}

function setAttributes(element: Element, attributes: Record<string, string>): void {
  for (const [name, value] of Object.entries(attributes))
    element.setAttribute(name, value)
}
