import type { Locator, Page } from '@playwright/test'
import type { AskedQuestion } from '../../core/course.ts'
import { askedOf, expect } from './course.ts'

/** Presses Tab until this has the focus, as somebody without a mouse does; never more than a page could hold. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  const isThere = () => target.evaluate(element => element === document.activeElement)
  for (let presses = 0; presses < 250; presses++) {
    if (await isThere())
      return
    await page.keyboard.press('Tab')
  }
  expect(await isThere(), 'Tab reaches it').toBe(true)
}

/** Goes to a radio group by Tab and to this button of it by the arrow keys. */
async function chooseRadio(page: Page, group: Locator, wanted: Locator): Promise<void> {
  await tabTo(page, group.getByRole('radio').first())
  await page.keyboard.press('Space')
  for (let presses = 0; presses < 12 && !(await wanted.isChecked()); presses++)
    await page.keyboard.press('ArrowDown')
  await expect(wanted).toBeChecked()
}

async function chooseOption(page: Page, select: Locator, value: string): Promise<void> {
  await tabTo(page, select)
  for (let presses = 0; presses < 12 && await select.inputValue() !== value; presses++)
    await page.keyboard.press('ArrowDown')
  await expect(select).toHaveValue(value)
}

function keyOf({ options }: { options: Record<string, { text: string }> }, text: string): string {
  return Object.keys(options).find(key => options[key]!.text === text)!
}

/** Gives a question its right answer by keys alone, without sending it. */
export async function respond(page: Page, root: Locator, question: AskedQuestion): Promise<void> {
  switch (question.type) {
    case 'choice':
    case 'hotspot':
      return chooseRadio(page, root.locator('.options'), root.locator('.options').getByRole('radio', { name: question.options[question.answer]!.text, exact: false }))
    case 'choices': {
      const boxes = root.locator('.options').getByRole('checkbox')
      for (let place = 0; place < await boxes.count(); place++) {
        if (question.answer.includes(await boxes.nth(place).inputValue())) {
          await tabTo(page, boxes.nth(place))
          await page.keyboard.press('Space')
        }
      }
      return
    }
    case 'match': {
      const lists = root.getByRole('combobox')
      for (let place = 0; place < await lists.count(); place++) {
        const text = await lists.nth(place).evaluate(list => (list as HTMLSelectElement).labels![0]!.textContent!.trim())
        await chooseOption(page, lists.nth(place), question.answer[keyOf(question, text)]!)
      }
      return
    }
    case 'sort': {
      const groups = root.getByRole('radiogroup')
      for (let place = 0; place < await groups.count(); place++) {
        const text = await groups.nth(place).evaluate(group => document.getElementById(group.getAttribute('aria-labelledby')!)!.textContent!.trim())
        await chooseRadio(page, groups.nth(place), groups.nth(place).locator(`[value="${question.answer[keyOf(question, text)]}"]`))
      }
      return
    }
    case 'gap':
      for (const [place, gap] of Object.values(question.gaps).entries()) {
        const field = root.getByLabel(`Gap ${place + 1} of ${Object.keys(question.gaps).length}`)
        if ('choices' in gap) {
          await chooseOption(page, field, gap.answer)
        }
        else {
          await tabTo(page, field)
          await page.keyboard.type(gap.accept[0]!)
        }
      }
      return
    case 'estimate':
      await tabTo(page, root.getByLabel('Your guess', { exact: true }))
      return page.keyboard.type(String(question.answer))
    case 'order':
      for (const [place, key] of question.answer.entries()) {
        const up = root.getByRole('button', { name: `Move up: ${question.options[key]!.text}`, exact: true })
        const places = () => root.locator('li[data-key]').evaluateAll(items => items.map(item => (item as HTMLElement).dataset.key))
        while ((await places()).indexOf(key) > place) {
          await tabTo(page, up)
          await page.keyboard.press('Enter')
        }
      }
  }
}

export async function pressCheck(page: Page, root: Locator): Promise<void> {
  await tabTo(page, root.getByRole('button', { name: 'Check answer' }))
  await page.keyboard.press('Enter')
}

/** Answers a question rightly by keys alone, and hears that it is right. */
export async function answerByKeyboard(page: Page, id: string): Promise<void> {
  const root = page.locator(`[data-question="${id}"]`)
  await respond(page, root, askedOf(id))
  await pressCheck(page, root)
  await expect(root.getByRole('status')).toHaveText(/^Correct/)
}

/** Goes to a link or a button by Tab and presses Enter. */
export async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}
